package org.duban.launch.process;

import java.util.ArrayList;
import java.util.List;
import org.duban.launch.SamplePast;

/** The steps a problem of the sample went through to stand where it stands. */
final class SampleScript {

    /** One thing somebody did, or a period that passed, and how many days it usually takes. */
    enum Step {
        SIGN(1),
        RETURN(1),
        KEEP(1),
        PLAN(9),
        SEND_PLAN_BACK(2),
        ACCEPT_PLAN(2),
        REPORT(10),
        SIGN_REPORT(1),
        CHECK(4),
        FAIL_VERIFICATION(8),
        PASS_VERIFICATION(8),
        NOTICE_OVER(19),
        STRIKE_OFF(3),
        LOOK_BACK_DUE(0),
        PASS_LOOK_BACK(5),
        FIND_RELAPSE(5);

        private final int days;

        Step(int days) {
            this.days = days;
        }

        int days() {
            return days;
        }
    }

    private SampleScript() {}

    static List<Step> of(SamplePast past) {
        List<Step> steps = new ArrayList<>();
        switch (past.state()) {
            case "REGISTERED" -> {}
            case "RETURNED" -> steps.add(Step.RETURN);
            default -> {
                if (!past.returned().isBlank() && !past.state().equals("PLAN_RETURNED")) {
                    steps.add(Step.RETURN);
                    steps.add(Step.KEEP);
                }
                steps.add(Step.SIGN);
                afterSigning(past.state(), steps);
            }
        }
        return steps;
    }

    private static void afterSigning(String state, List<Step> steps) {
        if (state.equals("SIGNED")) {
            return;
        }
        steps.add(Step.PLAN);
        if (state.equals("PLAN_SUBMITTED")) {
            return;
        }
        if (state.equals("PLAN_RETURNED")) {
            steps.add(Step.SEND_PLAN_BACK);
            return;
        }
        steps.add(Step.ACCEPT_PLAN);
        if (state.equals("RECTIFYING") || state.equals("STANDING")) {
            return;
        }
        steps.add(Step.REPORT);
        if (state.equals("REPORTED")) {
            return;
        }
        steps.add(Step.SIGN_REPORT);
        steps.add(Step.CHECK);
        switch (state) {
            case "CHECKED" -> {}
            case "VERIFICATION_FAILED" -> steps.add(Step.FAIL_VERIFICATION);
            default -> afterVerification(state, steps);
        }
    }

    private static void afterVerification(String state, List<Step> steps) {
        steps.add(Step.PASS_VERIFICATION);
        if (state.equals("PUBLIC_NOTICE")) {
            return;
        }
        steps.add(Step.NOTICE_OVER);
        if (state.equals("STRIKE_OFF_PENDING")) {
            return;
        }
        steps.add(Step.STRIKE_OFF);
        if (state.equals("LOOK_BACK_PASSED")) {
            steps.add(Step.LOOK_BACK_DUE);
            steps.add(Step.PASS_LOOK_BACK);
        }
        if (state.equals("RELAPSED")) {
            steps.add(Step.LOOK_BACK_DUE);
            steps.add(Step.FIND_RELAPSE);
        }
    }
}
