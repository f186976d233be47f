import { wordOfEvent } from "../event-words";
import { reviewActions } from "../obstacles";

/** 算作经手的动作，照办理的先后；字取自流程表。 */
export const handledActions: readonly { action: string; word: string }[] = reviewActions.map((action) => ({ action, word: wordOfEvent(action, "") }));
