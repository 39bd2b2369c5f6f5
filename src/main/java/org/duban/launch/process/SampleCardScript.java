package org.duban.launch.process;

import java.util.ArrayList;
import java.util.List;
import org.duban.card.CardCause;

/** How the sample city's cards went: what was proposed how many days ago, and how far it has come since. */
public enum SampleCardScript {
    LIFTED(CardCause.POOR_QUALITY, 58, "清淤只做了表面，河道转弯处仍有大量淤泥，与申报的整改情况不一致。"),
    TURNED_RED(CardCause.PERFUNCTORY, 27, "整改方案照抄往年文本，责任人仍写调离的人员，现场没有任何施工。"),
    DROPPED(CardCause.BEHIND_SCHEDULE, 15, "两个月调度均未达序时进度，管网改造工程量完成不到三成。"),
    ANSWER_DUE(CardCause.POOR_QUALITY, 13, "雨污分流改造后仍有三处污水直排口，检测氨氮超标。"),
    SIGNED(CardCause.PERFUNCTORY, 7, "企业停产整治期间夜间仍在生产，属地巡查记录为补填。"),
    FOR_APPROVAL(CardCause.BEHIND_SCHEDULE, 3, "截污工程停工超过一个月，未按方案增加施工力量。"),
    FOR_REVIEW(CardCause.POOR_QUALITY, 1, "固废清运台账与过磅单不符，现场复查仍有堆存。");

    /** One thing somebody did, on which day after the proposal. */
    record Step(Kind kind, int day) {}

    enum Kind {
        REVIEW,
        DROP,
        APPROVE,
        SIGN,
        REPLY,
        CHECK_REPLY,
        MISS_REPLY,
        REVIEW_RED,
        APPLY,
        CHECK_SITE,
        APPROVE_LIFTING
    }

    private final CardCause cause;
    private final int daysAgo;
    private final String fact;

    SampleCardScript(CardCause cause, int daysAgo, String fact) {
        this.cause = cause;
        this.daysAgo = daysAgo;
        this.fact = fact;
    }

    public CardCause cause() {
        return cause;
    }

    public int daysAgo() {
        return daysAgo;
    }

    public String fact() {
        return fact;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (this == FOR_REVIEW) {
            return steps;
        }
        if (this == DROPPED) {
            steps.add(new Step(Kind.DROP, 1));
            return steps;
        }
        steps.add(new Step(Kind.REVIEW, 1));
        if (this == FOR_APPROVAL) {
            return steps;
        }
        steps.add(new Step(Kind.APPROVE, 2));
        steps.add(new Step(Kind.SIGN, 3));
        if (this == TURNED_RED) {
            // The day itself comes from the timer.
            steps.add(new Step(Kind.MISS_REPLY, 18));
            steps.add(new Step(Kind.REVIEW_RED, 22));
            steps.add(new Step(Kind.APPROVE, 23));
            steps.add(new Step(Kind.SIGN, 24));
        }
        if (this == LIFTED) {
            steps.add(new Step(Kind.REPLY, 12));
            steps.add(new Step(Kind.CHECK_REPLY, 16));
            steps.add(new Step(Kind.APPLY, 30));
            steps.add(new Step(Kind.CHECK_SITE, 36));
            steps.add(new Step(Kind.APPROVE_LIFTING, 38));
        }
        return steps;
    }
}
