/**
 * What sellers speak of between two statements about a person, and what is nobody: "the budget is tight". The commonest
 * of them: what is missing here, and is written as a name might be, is asked about. The Chinese ones are mostly those
 * whose first letter is also a surname.
 */
const EN = new Set(
  (
    "everything|anything|nothing|something|all|most|rest|it|this|that|these|those|there|here|what|which|overall|" +
    "budget|price|pricing|cost|money|funding|payment|discount|margin|fee|" +
    "offer|quote|quotation|proposal|contract|deal|order|tender|bid|licence|license|subscription|renewal|" +
    "project|product|software|system|solution|tool|platform|crm|erp|mes|ai|poc|rfp|rfi|roi|tco|sla|" +
    "pilot|trial|test|demo|rollout|migration|integration|implementation|training|delivery|quality|support|service|" +
    "timing|time|timeline|schedule|deadline|plan|phase|stage|scope|start|date|" +
    "decision|approval|process|procurement|meeting|call|lunch|dinner|agenda|step|answer|result|feedback|" +
    "mood|attitude|atmosphere|relationship|situation|status|need|interest|requirement|" +
    "problem|issue|question|concern|risk|security|data|competition|competitor|market|company|team|office|business|work"
  ).split("|"),
);
const ZH =
  /(?:预算|价格|报价|成本|费用|金额|金融|余额|余款|毛利|毛利率|付款|折扣|合同|订单|方案|方向|方面|方式|方法|项目|产品|系统|软件|平台|技术|质量|服务|程序|程度|进度|工期|周期|时间|时机|任务|计划|阶段|范围|需求|问题|风险|条件|结果|情况|关系|态度|文件|文档|文化|流程|会议|演示|测试|试点|培训|交付|采购|审批|高层|高管|高端|高度|龙头|石油|石化|黄金|常规|易用性|安全性|万元|马上|许可|许可证|白皮书|董事会|温度|江苏|苏州|郑州|沈阳|武汉|唐山|韩国|市场|公司|团队|部门|竞争|竞品|对手|总体|整体|一切|这事|事情)$/u;

/** The thing of which words tell, by the last of them: of "the project budget", "budget"; of 年度预算, 预算. */
export function thingIn(words: string): string | null {
  const han = ZH.exec(words)?.[0];
  if (han !== undefined) return han;
  const last = /\p{L}+$/u.exec(words)?.[0] ?? "";
  const one = last.toLowerCase();
  return EN.has(one) || EN.has(one.replace(/s$/u, "")) ? last : null;
}
