package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.card.CardEvent;
import org.duban.deadline.request.RequestMessages;
import org.duban.petition.PetitionMessages;
import org.duban.problem.ProblemMessages;
import org.duban.round.RoundFact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Strings in a model bind code and files together, and no compiler reads them; this does. */
@DubanTest
class ModelWiringTest {

    /** Every fact that may reach a waiting case as a message. */
    private static final Set<String> MESSAGES = Set.of(
            ProblemMessages.OBJECTION_RECEIVED,
            RequestMessages.WITHDRAWN,
            RequestMessages.LAPSED,
            RequestMessages.RESUMPTION_DECIDED,
            RoundFact.OPENED.event(),
            RoundFact.FROZEN.event(),
            CardEvent.WITHDRAWN.event(),
            CardEvent.RED_PROPOSED.event(),
            CardEvent.OBJECTION_FILED.event(),
            PetitionMessages.FOLDED,
            PetitionMessages.SPLIT_OFF,
            PetitionMessages.MAIN_LETTER_PASSED,
            PetitionMessages.PUBLISHED,
            PetitionMessages.WITHHELD);

    @Autowired
    ApplicationContext context;

    ModelWiring wiring;

    @BeforeEach
    void readBeans() {
        wiring = new ModelWiring(
                name -> context.containsBean(name) ? Optional.ofNullable(context.getType(name)) : Optional.empty(),
                Files::isRegularFile);
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(Models.flows()).extracting(Models.Flow::name).contains("ProblemRectification");
    }

    @Test
    void everyServiceTaskIsDoneByItsDelegate() {
        assertThat(faults(wiring::delegates)).isEmpty();
    }

    @Test
    void everyUserTaskHandsItsFormToItsListener() {
        assertThat(faults(wiring::listeners)).isEmpty();
    }

    @Test
    void everyExpressionNamesABeanAVariableOrAGroupAndNothingElse() {
        assertThat(faults(wiring::expressions)).isEmpty();
    }

    @Test
    void everyUserTaskHasGroupFormDateAndSavePoint() {
        assertThat(faults(wiring::userTasks)).isEmpty();
    }

    @Test
    void everyMessageIsAKnownFact() {
        assertThat(faults(flow -> wiring.messages(flow, MESSAGES))).isEmpty();
    }

    @Test
    void everyRuleTaskHasItsDecision() {
        Set<String> decisions = Models.tables().stream().map(Models.Table::name).collect(Collectors.toSet());
        assertThat(faults(flow -> wiring.decisions(flow, decisions))).isEmpty();
    }

    @Test
    void processesAndDecisionsAreNamedLikeTheirFilesAndSayHowLongTheyAreKept() {
        assertThat(faults(ModelConventions::processHead)).isEmpty();
        assertThat(Models.tables())
                .flatExtracting(ModelConventions::decisionHead)
                .isEmpty();
    }

    @Test
    void idsFollowTheNamingTable() {
        assertThat(faults(ModelConventions::ids)).isEmpty();
    }

    @Test
    void questionsAreAskedAndAnswered() {
        assertThat(faults(ModelConventions::labels)).isEmpty();
        assertThat(faults(ModelConventions::exits)).isEmpty();
    }

    @Test
    void flowsMeetInGatewaysOnly() {
        assertThat(faults(ModelConventions::joins)).isEmpty();
    }

    private static List<String> faults(Function<Models.Flow, List<String>> rule) {
        return Models.flows().stream()
                .flatMap(flow -> rule.apply(flow).stream())
                .toList();
    }
}
