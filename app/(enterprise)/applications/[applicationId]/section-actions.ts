import type { SectionActions } from "@/components/application/types";
import {
  answerRemarkAction,
  discardApplicationAction,
  findCounterpartiesAction,
  importRowsAction,
  removeAttachmentAction,
  saveSectionAction,
  submitApplicationAction,
} from "./actions";

/** 交给填报页面的服务端动作。 */
export const sectionActions: SectionActions = {
  save: saveSectionAction,
  removeAttachment: removeAttachmentAction,
  answerRemark: answerRemarkAction,
  importRows: importRowsAction,
  submit: submitApplicationAction,
  discard: discardApplicationAction,
  findCounterparties: findCounterpartiesAction,
};
