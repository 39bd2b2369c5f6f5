package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.Fact;
import org.duban.launch.CityClock;
import org.duban.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@DubanTest
@RecordApplicationEvents
class MessagesTest {

    private static final String CLERKS = "unit350525";
    private static final Instant MORNING = Instant.parse("2026-05-06T00:30:00Z");

    @Autowired
    Messages messages;

    @Autowired
    Inbox inbox;

    @Autowired
    SentMessages sent;

    @Autowired
    WantedSubjects subjects;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CityClock clock;

    @Autowired
    ApplicationEvents events;

    private final Post post = new Post();

    @BeforeEach
    void itIsMorning() {
        clock.freezeAt(MORNING);
        as("clerk350525");
    }

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
        clock.reset();
    }

    @Test
    void aTransactionThatRollsBackPostsNothing() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    messages.post(List.of(post.to(CLERKS, MORNING)));
                    throw new IllegalStateException("what the message tells of failed");
                }))
                .hasMessageContaining("failed");
        messages.release();
        assertThat(titles()).isEmpty();
    }

    @Test
    void aMessageIsShownOnceItHasLeftAndNotBeforeItsTime() {
        messages.post(List.of(post.to(CLERKS, MORNING.plusSeconds(60))));
        messages.release();
        assertThat(titles()).isEmpty();
        clock.freezeAt(MORNING.plusSeconds(60));
        assertThat(titles()).as("due, but nobody let it out").isEmpty();
        assertThat(messages.release()).isPositive();
        assertThat(titles()).hasSize(1);
    }

    @Test
    void aMessageWhoseSubjectIsDoneIsWithdrawnAndNeverShown() {
        NewMessage done = post.about("done " + post.caseNo, CLERKS, MORNING);
        NewMessage open = post.about("open " + post.caseNo, CLERKS, MORNING);
        subjects.wanted.add(open.subjectKey());
        messages.post(List.of(done, open));
        messages.release();
        assertThat(titles()).containsExactly(open.title());

        subjects.wanted.add(done.subjectKey());
        messages.release();
        messages.post(List.of(done));
        messages.release();
        assertThat(titles()).containsExactly(open.title());
        as("coordinator");
        assertThat(sent.page(post.caseNo, 50, null).items())
                .extracting(MessageItem::title)
                .containsExactly(open.title());
    }

    @Test
    void postingTwiceIsPostingOnceAndALaterOneIsAddedAlone() {
        NewMessage first = post.to(CLERKS, MORNING);
        messages.post(List.of(first, first));
        messages.post(List.of(first, post.to(CLERKS, MORNING)));
        messages.release();
        messages.release();
        assertThat(titles()).hasSize(2);
    }

    @Test
    void postingAndReleasingAtTheSameMomentIsOnce() throws Exception {
        List<NewMessage> many =
                IntStream.range(0, 40).mapToObj(i -> post.to(CLERKS, MORNING)).toList();
        List<NewMessage> reversed = reverse(many);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (Future<Integer> one :
                    pool.invokeAll(List.of(postAndRelease(many, together), postAndRelease(reversed, together)))) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        messages.release();
        assertThat(titles()).hasSize(40);
        assertThat(facts(MessageFact.SENT)).isLessThanOrEqualTo(40);
    }

    private static List<NewMessage> reverse(List<NewMessage> many) {
        List<NewMessage> reversed = new ArrayList<>(many);
        Collections.reverse(reversed);
        return reversed;
    }

    private Callable<Integer> postAndRelease(List<NewMessage> many, CyclicBarrier together) {
        return () -> {
            together.await();
            messages.post(many);
            return messages.release();
        };
    }

    @Test
    void aMessageIsSeenByItsGroupAndNoOther() {
        messages.post(List.of(post.to(CLERKS, MORNING)));
        messages.release();
        long id = only().id();
        for (String stranger : List.of("clerk350526", "head350525", "coordinator", "leader", "admin", "auditor")) {
            as(stranger);
            assertThat(titles()).as(stranger).isEmpty();
            assertThat(inbox.message(id)).as(stranger).isEmpty();
            assertThat(inbox.read(id)).as(stranger).isFalse();
        }
        SecurityContextHolder.clearContext();
        assertThat(titles()).isEmpty();
        assertThat(inbox.unread()).isZero();
        as("clerk350525");
        assertThat(only().receipt()).isNull();
    }

    @Test
    void whatWentOutToOthersIsForThoseWhoOversee() {
        messages.post(List.of(post.to(CLERKS, MORNING), post.to("unit350526", MORNING)));
        messages.release();
        assertThat(sent.page(post.caseNo, 50, null).items())
                .extracting(item -> item.group().code())
                .containsExactly(CLERKS);
        assertThat(sent.page(null, 50, null).items()).isEmpty();
        for (String overseer : List.of("coordinator", "leader", "auditor")) {
            as(overseer);
            assertThat(sent.page(post.caseNo, 50, null).items()).as(overseer).hasSize(2);
        }
        as("admin");
        assertThat(sent.page(post.caseNo, 50, null).items()).isEmpty();
    }

    @Test
    void theFirstReaderOfTheGroupIsTheProofOfReceipt() {
        as("coordinator2");
        // The count stops at a hundred, and other tests have told the coordinators of more.
        while (inbox.unread() == Inbox.MAX_COUNT) {
            inbox.page(new MessageFilter(true, null, null), 100, null).items().forEach(item -> inbox.read(item.id()));
        }
        messages.post(List.of(post.to("coordinator", MORNING)));
        messages.release();
        int before = inbox.unread();
        long id = only().id();
        assertThat(inbox.read(id)).isTrue();
        assertThat(inbox.unread()).isEqualTo(before - 1);
        assertThat(facts(MessageFact.READ)).isEqualTo(1);

        clock.freezeAt(MORNING.plusSeconds(300));
        as("coordinator");
        assertThat(only().read()).as("a colleague's reading is not mine").isFalse();
        inbox.read(id);
        inbox.read(id);
        assertThat(only().read()).isTrue();
        assertThat(only().receipt().at()).isEqualTo(MORNING);
        assertThat(facts(MessageFact.READ)).isEqualTo(1);
    }

    @Test
    void aSubstituteReadsInTheNameOfTheAbsentColleague() {
        messages.post(List.of(post.to(CLERKS, MORNING)));
        messages.release();
        as("head350525");
        assertThat(titles()).isEmpty();
        people.substitute(
                "clerk350525", "head350525", LocalDate.now(clock), LocalDate.now(clock), Actor.of("admin", "管理员"));
        try {
            inbox.read(only().id());
            assertThat(only().receipt().onBehalfOf()).isNotNull();
            assertThat(only().receipt().who()).contains("（代");
        } finally {
            people.openSubstitutions().stream()
                    .filter(one -> one.substitute().equals("head350525"))
                    .forEach(one -> people.cancelSubstitution(one.id()));
        }
        assertThat(titles()).isEmpty();
    }

    @Test
    void readingAllSignsForWhatWasSeenAndNotForWhatCameLater() {
        messages.post(List.of(post.to(CLERKS, MORNING), post.to(CLERKS, MORNING)));
        messages.release();
        String newestSeen = page(true).items().get(0).place();
        clock.freezeAt(MORNING.plusSeconds(1));
        messages.post(List.of(post.to(CLERKS, MORNING)));
        messages.release();
        assertThat(inbox.readAll(newestSeen)).isGreaterThanOrEqualTo(2);
        assertThat(page(true).items()).hasSize(1);
        assertThat(page(false).items()).hasSize(3);
        assertThat(facts(MessageFact.READ)).isEqualTo(2);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        messages.post(IntStream.range(0, 7)
                .mapToObj(i -> post.to(i % 2 == 0 ? CLERKS : "unit350525head", MORNING))
                .toList());
        messages.release();
        assertThat(titles()).hasSize(4);
        MessagePage first = inbox.page(ofCase(false), 3, null);
        MessagePage second = inbox.page(ofCase(false), 3, first.next());
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
    }

    private int facts(String type) {
        return (int) events.stream(Fact.class)
                .filter(fact -> post.caseNo.equals(fact.caseNo()))
                .filter(fact -> type.equals(fact.type()))
                .count();
    }

    private MessageItem only() {
        assertThat(page(false).items()).hasSize(1);
        return page(false).items().get(0);
    }

    private List<String> titles() {
        return page(false).items().stream().map(MessageItem::title).toList();
    }

    private MessagePage page(boolean unread) {
        return inbox.page(ofCase(unread), 50, null);
    }

    private MessageFilter ofCase(boolean unread) {
        return new MessageFilter(unread, null, post.caseNo);
    }

    private static void as(String username) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(username, "", "ROLE_ANYBODY"));
    }
}
