package org.duban.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.notice.paper.Papers;
import org.duban.notice.service.Services;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Whatever happens in whatever order: no card without approver, basis and service; never two open cards for one task and
 * cause; the counts of a month that is over never change; a card that is open has somebody who must do something.
 */
@DubanTest
class CardInvariantTest {

    private static final int STEPS = 45;
    private static final int YEAR = 2062;

    @Autowired
    ApplicationContext application;

    @Autowired
    Papers papers;

    @Autowired
    Services services;

    @Autowired
    DeadlineLedger ledger;

    private final Map<YearMonth, List<CardCount>> past = new LinkedHashMap<>();
    private final List<String> log = new ArrayList<>();
    private CardOffice office;

    static LongStream seeds() {
        return LongStream.of(1, 2, 3, 5);
    }

    @AfterEach
    void restoreClock() {
        office.clock.reset();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cardsAreAsTheyShouldBe(long seed) {
        office = CardOffice.in(application, YEAR);
        AnyCardHand hand = new AnyCardHand(application, office, new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            String what = hand.acts();
            log.add(office.today() + " " + what);
            check();
        }
        assertThat(office.cards.about(office.subject())).as(story()).anyMatch(card -> card.level() > 0);
    }

    private void check() {
        List<Card> all = office.cards.about(office.subject());
        all.forEach(this::checkIssues);
        Map<CardCause, Long> open =
                all.stream().filter(Card::open).collect(Collectors.groupingBy(Card::cause, Collectors.counting()));
        assertThat(open.values()).as(story()).allMatch(count -> count == 1);
        for (Card card : all) {
            office.drive(card.no());
            List<LedgerEntry> clocks = ledger.current(card.no()).stream()
                    .filter(entry -> entry.kind() == LedgerKind.CARD_REPLY)
                    .toList();
            assertThat(clocks).as(story() + card).hasSize(card.state().awaitsReply() ? 1 : 0);
            assertThat(clocks).as(story() + card).allMatch(clock -> clock.currentDueOn()
                    .equals(card.replyDueOn()));
            assertThat(office.waiting().isEmpty()).as(story() + card).isEqualTo(!card.open());
        }
        checkCounts();
    }

    private void checkIssues(Card card) {
        CardFile file = office.cards.file(card.no()).orElseThrow();
        assertThat(file.issues()).as(story()).hasSize(card.level());
        for (Issue issue : file.issues()) {
            String approver = issue.approved().by().username();
            assertThat(approver).as(story()).isEqualTo(CardOffice.LEADER);
            assertThat(file.proposals().stream()
                            .map(proposal -> proposal.stamp().by().username()))
                    .as(story())
                    .isNotEmpty()
                    .doesNotContain(approver);
            assertThat(issue.verdict().clause()).as(story()).isNotBlank();
            assertThat(papers.byId(issue.paperId())).as(story()).isPresent();
            assertThat(services.of(issue.paperId())).as(story()).isNotEmpty();
        }
    }

    private void checkCounts() {
        YearMonth now = YearMonth.from(office.today());
        for (YearMonth month = YearMonth.of(YEAR, 1); month.isBefore(now); month = month.plusMonths(1)) {
            List<CardCount> counted = counts(month);
            assertThat(counted).as(story() + month).isEqualTo(past.computeIfAbsent(month, this::counts));
        }
    }

    private List<CardCount> counts(YearMonth month) {
        LocalDate first = month.atDay(1);
        return office.cards.counts(first, month.atEndOfMonth());
    }

    private String story() {
        return String.join(" / ", log) + " : ";
    }
}
