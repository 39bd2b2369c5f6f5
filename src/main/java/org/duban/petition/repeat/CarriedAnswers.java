package org.duban.petition.repeat;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.Answer;
import org.duban.petition.Petition;
import org.duban.petition.PetitionCommand;
import org.duban.petition.PetitionEvent;
import org.duban.petition.PetitionFact;
import org.duban.petition.PetitionService;
import org.duban.petition.PetitionStore;
import org.duban.petition.repeat.store.CarriedAnswerStore;
import org.duban.petition.repeat.store.ClusterStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One handling, many answers: when an answer of a cluster has passed the review, every other letter of the cluster that
 * has none yet gets it as a draft of its own. Letters that are only related get nothing, and no letter is closed by this.
 */
@Service
@Transactional
public class CarriedAnswers {

    private static final int LONGEST = 20_000;

    private final PetitionStore petitions;
    private final PetitionService letters;
    private final ClusterStore clusters;
    private final CarriedAnswerStore store;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    CarriedAnswers(
            PetitionStore petitions,
            PetitionService letters,
            ClusterStore clusters,
            CarriedAnswerStore store,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.petitions = petitions;
        this.letters = letters;
        this.clusters = clusters;
        this.store = store;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** What another letter's handling proposes to answer here. */
    @Transactional(readOnly = true)
    public Optional<CarriedAnswer> find(CaseNo no) {
        return store.find(no);
    }

    /**
     * Words it for this letter: where the letter goes along with the main one this is its answer from now on, where its
     * units look into it themselves it is what their form begins with.
     */
    public void edit(CaseNo no, String findings, String handling, Actor by) {
        Petition petition = petitions.lock(no).orElseThrow(() -> new Refusal("no", "没有案号为 " + no + " 的信访件，请核对案号。"));
        CarriedAnswer carried = store.find(no).orElseThrow(() -> new Refusal("信访件 " + no + " 没有并案带来的答复稿，请刷新页面。"));
        if (petition.course().passedAt() != null) {
            throw new Refusal("信访件 " + no + " 的答复已经通过材料审核，答复稿不能再改。公开的文字需要更正的，请到信访公开页面更正。");
        }
        Instant now = clock.instant();
        store.edit(no, text("findings", findings, "调查核实情况"), text("handling", handling, "处理和整改情况"), by, now);
        listeners.publishEvent(new RepeatFact(
                no,
                RepeatFact.Kind.CARRIED_ANSWER_EDITED,
                now,
                by,
                Map.of("from", carried.from().value())));
        store.find(no).ifPresent(worded -> word(worded, by));
    }

    private void word(CarriedAnswer worded, Actor by) {
        letters.wordForItself(
                worded.no(),
                new PetitionCommand.CombineAnswer(
                        worded.findings(), worded.handling(), worded.goal(), worded.accountability()),
                by);
    }

    private static String text(String field, String given, String label) {
        if (given == null || given.isBlank()) {
            throw new Refusal(field, "请填写" + label + "。");
        }
        if (given.length() > LONGEST) {
            throw new Refusal(field, label + "有 " + given.length() + " 字，请缩短到 " + LONGEST + " 字以内。");
        }
        return given.strip();
    }

    @EventListener
    void happened(PetitionEvent event) {
        if (event.fact() == PetitionFact.REVIEW_PASSED || event.fact() == PetitionFact.FULLY_DONE) {
            Petition answered = petitions.find(event.no()).orElseThrow();
            clusters.of(event.no()).ifPresent(cluster -> carry(answered, cluster, event.by()));
        }
        // Worded before the main letter passed once more: the words stay with the letter they were written for.
        if (event.fact() == PetitionFact.MAIN_LETTER_PASSED) {
            Long cluster = clusters.of(event.no()).map(Cluster::id).orElse(null);
            store.find(event.no())
                    .filter(worded -> worded.edited() && Objects.equals(worded.cluster(), cluster))
                    .ifPresent(worded -> word(worded, event.by()));
        }
    }

    /** Letters that join late get the answer too. */
    void joined(Cluster cluster, Actor by) {
        cluster.present().stream()
                .map(no -> petitions.find(no).orElseThrow())
                .filter(petition -> petition.course().passedAt() != null)
                .reduce((earlier, later) ->
                        later.course().passedAt().isAfter(earlier.course().passedAt()) ? later : earlier)
                .ifPresent(answered -> carry(answered, cluster, by));
    }

    private void carry(Petition answered, Cluster cluster, Actor by) {
        Answer answer = answered.answer();
        if (answer.findings() == null && answer.handling() == null) {
            return;
        }
        Instant now = clock.instant();
        for (CaseNo no : cluster.present()) {
            boolean waits = !no.equals(answered.no())
                    && petitions.find(no).orElseThrow().course().passedAt() == null;
            if (waits
                    && store.carry(new CarriedAnswer(
                            no,
                            answered.no(),
                            cluster.id(),
                            answer.verdict(),
                            answer.outcome(),
                            Objects.requireNonNullElse(answer.findings(), ""),
                            Objects.requireNonNullElse(answer.handling(), ""),
                            answer.goal(),
                            answer.accountability(),
                            now,
                            null,
                            null))) {
                listeners.publishEvent(new RepeatFact(
                        no,
                        RepeatFact.Kind.ANSWER_CARRIED,
                        now,
                        by,
                        Map.of("from", answered.no().value(), "cluster", cluster.id())));
            }
        }
    }

    void left(CaseNo no) {
        store.takeBack(no);
    }
}
