package org.duban.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.deadline.LadderAction;
import org.duban.kernel.Refusal;
import org.duban.problem.CaseDriver;
import org.springframework.context.ApplicationContext;

/** Does any one thing that may happen to the cards about a problem: facts, days, objections, and the tasks that wait. */
final class AnyCardHand {

    private final CardOffice office;
    private final Random random;
    private final Objecting objecting;
    private final TaskService tasks;
    private int times = -1;

    AnyCardHand(ApplicationContext application, CardOffice office, Random random) {
        this.office = office;
        this.random = random;
        this.objecting = application.getBean(Objecting.class);
        this.tasks = application.getBean(TaskService.class);
    }

    /** @return what was done */
    String acts() {
        List<Card> open =
                office.cards.about(office.subject()).stream().filter(Card::open).toList();
        times++;
        int kind = random.nextInt(10);
        if (open.isEmpty() || kind == 0) {
            return fact();
        }
        Card card = open.get(random.nextInt(open.size()));
        office.drive(card.no());
        if (kind == 1) {
            office.on(office.today().plusDays(1 + random.nextInt(20)).toString());
            office.fireDue();
            return "days pass";
        }
        if (kind == 2 && card.state().awaitsReply()) {
            return objection(card);
        }
        return work(card);
    }

    private String fact() {
        return switch (random.nextInt(4)) {
            case 0 -> {
                office.late(5 + random.nextInt(20), LadderAction.PROPOSE_YELLOW);
                yield "late";
            }
            case 1 -> {
                office.late(30 + random.nextInt(20), LadderAction.PROPOSE_RED);
                yield "very late";
            }
            default -> {
                CardCause cause = random.nextBoolean() ? CardCause.POOR_QUALITY : CardCause.OTHER;
                CardColour colour = random.nextInt(4) == 0 ? CardColour.RED : CardColour.YELLOW;
                office.propose(
                        random.nextBoolean() ? CardOffice.COORDINATOR : "clerk35050012",
                        cause,
                        colour,
                        null,
                        Map.of("daysLate", random.nextInt(5)),
                        "第 " + times + " 次检查");
                yield "by hand " + cause + " " + colour;
            }
        };
    }

    private String objection(Card card) {
        try {
            office.as(CardOffice.CLERK, () -> objecting.file(card.no(), "与事实不符"));
            return "objection";
        } catch (Refusal second) {
            return "second objection";
        }
    }

    private String work(Card card) {
        List<String> waiting = office.waiting();
        if (waiting.isEmpty()) {
            return "nobody waits";
        }
        String element = waiting.get(random.nextInt(waiting.size()));
        boolean forward = random.nextInt(4) > 0;
        try {
            switch (element) {
                case "UserTask_ReviewCard" -> {
                    if (forward) {
                        office.keep();
                    } else {
                        office.drop("不必");
                    }
                }
                case "UserTask_ApproveCard" ->
                    office.does(
                            CardOffice.LEADER,
                            element,
                            "{\"decision\":\"%s\",\"reason\":\"研判\"}"
                                    .formatted(forward ? "approve" : random.nextBoolean() ? "return" : "refuse"));
                case "UserTask_SignForCard" -> office.sign();
                case "UserTask_ReplyToCard" -> office.reply();
                case "UserTask_CheckCardReply" -> office.checkReply(forward);
                case "UserTask_ApplyForLifting" -> office.applyForLifting();
                case "UserTask_CheckLifting" -> office.checkSite(forward);
                case "UserTask_ApproveLifting" -> office.approveLifting(forward);
                case "UserTask_DecideCardObjection" ->
                    office.does(
                            CardOffice.LEADER,
                            element,
                            "{\"upheld\":%s,\"answer\":\"经查\"}".formatted(random.nextInt(3) == 0));
                default -> throw new AssertionError("no hand for " + element);
            }
        } catch (RuntimeException refused) {
            assertThat(refused).as(element + " of " + card).hasRootCauseInstanceOf(Refusal.class);
            return element + " of " + card.no() + " refused: " + refused.getMessage();
        }
        return element + " of " + card.no() + (forward ? " forward" : " back");
    }

    /** Carries a consequence of that card out, as the office does beside everything else. */
    String carriesOut(CaseDriver card) {
        List<Task> open = card.tasks("UserTask_CarryOutConsequence");
        if (open.isEmpty()) {
            return acts();
        }
        Task one = open.get(0);
        String form = """
                {"doneOn":"%s","note":"已办","place":"市政府三楼","ledBy":"王副市长","attendedBy":"晋江市分管领导",
                 "minutes":"通报问题,提出要求","pledge":"月底前完成","demand":"限期完成截污","replyOn":"%s"}""".formatted(office.today(), office.today().plusDays(9));
        office.as(CardOffice.COORDINATOR, () -> {
            tasks.complete(one.getId(), Map.of("form", form));
            return null;
        });
        card.runJobs();
        return "consequence carried out";
    }
}
