import { EffectList } from "@/components/parties/EffectList";
import { Panel } from "@/components/ui/Panel";
import { useCaseDesk } from "./case-desk";

/** 分立、合并：签发之前说清各方会怎样，准予之后写明已经怎样。 */
export function EffectsPanel() {
  const { view } = useCaseDesk();
  if (!view.effects || view.effects.length === 0) return null;
  return (
    <Panel id="effects" title={view.state === "granted" ? "已经生效" : "准予之后"}>
      <EffectList effects={view.effects} />
    </Panel>
  );
}
