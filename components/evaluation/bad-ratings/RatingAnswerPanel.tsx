import { fullMomentOf } from "@/components/application/moments";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";

export interface RatingAnswerProps {
  answer: string;
  answeredAt: string;
  excluded: boolean;
}

/** 给评价人的答复；还没有答复的说明正在办理。 */
export function RatingAnswerPanel({ answer, answeredAt, excluded }: RatingAnswerProps) {
  if (answer === "") return <Message title="正在办理">您的意见已转有关人员核实，答复会显示在这里，并发到消息。</Message>;
  return (
    <Panel title="答复" id="rating-answer" aside={<span className="soft small">{fullMomentOf(answeredAt)}</span>}>
      <p className="said">{answer}</p>
      {excluded && <p className="soft small mt">经复核，这条评价不计入统计。</p>}
    </Panel>
  );
}
