package org.duban.desk.card;

import java.util.Map;
import org.duban.card.CardCause;

/** What a unit is usually asked to do, by cause; a suggestion for the coordinator to work on. */
final class DemandWords {

    private static final String COMMON = "并在书面反馈期限内报送整改情况和佐证材料。";
    private static final Map<CardCause, String> WORDS = Map.of(
            CardCause.MISSED_NODE, "立即查明未按期完成的原因，倒排工期，明确责任人和完成时限，尽快完成整改，" + COMMON,
            CardCause.BEHIND_SCHEDULE, "查明进展滞后的原因，制定追赶计划，下个月调度前达到序时进度，" + COMMON,
            CardCause.POOR_QUALITY, "对照整改方案和验收标准逐项补齐，不得降低标准，" + COMMON,
            CardCause.PERFUNCTORY, "由主要负责人牵头重新组织整改，逐项落实措施，" + COMMON,
            CardCause.FALSE_REPORT, "如实说明虚假整改的经过和责任，立即重新整改，" + COMMON,
            CardCause.RELAPSE, "立即消除反弹的污染问题，查明反弹原因，落实长效管护措施，" + COMMON,
            CardCause.REPEAT_LETTERS, "逐件核查群众反映的问题，限期解决到位，做好群众工作，" + COMMON,
            CardCause.REMINDER_UNANSWERED, "立即办理经催办仍未落实的事项，说明未办理的原因，" + COMMON,
            CardCause.SUPERIOR_CARD, "按照上级警示要求逐项整改，举一反三，" + COMMON);

    private DemandWords() {}

    static String of(CardCause cause) {
        return WORDS.getOrDefault(cause, "立即组织整改，明确责任人和完成时限，" + COMMON);
    }
}
