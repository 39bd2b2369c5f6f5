package org.duban.petition.repeat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.petition.LookBackProposed;
import org.duban.petition.Petition;
import org.duban.petition.PetitionRepeated;
import org.duban.petition.PetitionStore;
import org.duban.petition.repeat.store.ClusterStore;
import org.duban.petition.repeat.store.PairStore;
import org.duban.problem.Problems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is decided about letters that may be about the same matter. A letter in a cluster keeps its number, its clock and
 * its answer, and leaves the cluster as it was before, with all that happened meanwhile written down.
 */
@Service
@Transactional
public class Repeats {

    private static final int LONGEST_REASON = 500;

    private final PetitionStore petitions;
    private final Lookout lookout;
    private final PairStore pairs;
    private final ClusterStore clusters;
    private final CarriedAnswers answers;
    private final Problems problems;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Repeats(
            PetitionStore petitions,
            Lookout lookout,
            PairStore pairs,
            ClusterStore clusters,
            CarriedAnswers answers,
            Problems problems,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.petitions = petitions;
        this.lookout = lookout;
        this.pairs = pairs;
        this.clusters = clusters;
        this.answers = answers;
        this.problems = problems;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** 并案. Joining what is joined changes nothing. */
    public Cluster join(CaseNo one, CaseNo other, Actor by) {
        List<Petition> both = lock(one, other);
        Instant now = clock.instant();
        Cluster mine = clusters.of(one).orElse(null);
        Cluster theirs = clusters.of(other).orElse(null);
        if (mine != null && theirs != null && mine.id() == theirs.id()) {
            return mine;
        }
        List<CaseNo> before = mine != null ? mine.present() : theirs != null ? theirs.present() : List.of();
        long id;
        if (mine == null && theirs == null) {
            id = clusters.open(earliest(both).no(), by, now);
            clusters.join(id, earliest(both).no(), by, now);
        } else {
            id = mine != null ? mine.id() : theirs.id();
        }
        if (mine != null && theirs != null) {
            for (CaseNo no : theirs.present()) {
                clusters.leave(no, "并入案号 " + mine.main() + " 的并案", by, now);
                clusters.join(id, no, by, now);
            }
        }
        clusters.join(id, one, by, now);
        clusters.join(id, other, by, now);
        decided(one, other, PairState.JOINED, null, by, now);
        pairs.joinWithin(id, by, now);
        Cluster cluster = clusters.find(id).orElseThrow();
        tellJoined(cluster, before, by, now);
        answers.joined(cluster, by);
        return cluster;
    }

    private void tellJoined(Cluster cluster, List<CaseNo> before, Actor by, Instant now) {
        List<Petition> members = petitions.findAll(cluster.present());
        UnitCode unit = members.stream()
                .map(Petition::leadUnit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        for (Petition member : members) {
            if (before.contains(member.no())) {
                continue;
            }
            listeners.publishEvent(new RepeatFact(
                    member.no(),
                    RepeatFact.Kind.JOINED,
                    now,
                    by,
                    Map.of("cluster", cluster.id(), "main", cluster.main().value(), "count", members.size()),
                    Map.of("cluster", Map.of("after", cluster.id()))));
            if (!member.no().equals(cluster.main())) {
                listeners.publishEvent(new PetitionRepeated(
                        member.no(),
                        cluster.id(),
                        members.size(),
                        member.leadUnit() == null ? unit : member.leadUnit(),
                        by,
                        now));
            }
        }
        proposeLookBack(cluster, members, by, now);
    }

    /** A matter that was struck off and is complained of again. */
    private void proposeLookBack(Cluster cluster, List<Petition> members, Actor by, Instant now) {
        Petition newest = members.stream()
                .max(Comparator.comparing((Petition member) -> member.letter().receivedOn())
                        .thenComparing(member -> member.no().value()))
                .orElseThrow();
        for (Petition member : members) {
            String problem = member.course().problemNo();
            if (problem == null || member.no().equals(newest.no()) || !struckOff(CaseNo.of(problem))) {
                continue;
            }
            CaseNo about = CaseNo.of(problem);
            if (clusters.proposeLookBack(about, newest.no(), cluster.id(), now)) {
                for (CaseNo chain : List.of(about, newest.no())) {
                    listeners.publishEvent(new LookBackProposed(chain, about, newest.no(), cluster.id(), by, now));
                }
            }
        }
    }

    private boolean struckOff(CaseNo problem) {
        return problems.file(problem).filter(file -> file.state().struckOff()).isPresent();
    }

    /** 有关联，分别办理: they are known to each other, and nothing else. */
    public void relate(CaseNo one, CaseNo other, Actor by) {
        lock(one, other);
        apart(one, other);
        Instant now = clock.instant();
        if (decided(one, other, PairState.RELATED, null, by, now)) {
            tellBoth(one, other, RepeatFact.Kind.RELATED, null, by, now);
        }
    }

    /** 不重复: not proposed again. */
    public void differ(CaseNo one, CaseNo other, String reason, Actor by) {
        lock(one, other);
        apart(one, other);
        Instant now = clock.instant();
        if (decided(one, other, PairState.DIFFERENT, reason(reason, "请写明认定不重复的理由，以后这两件不再提出。"), by, now)) {
            tellBoth(one, other, RepeatFact.Kind.NOT_REPEATED, reason.strip(), by, now);
        }
    }

    private void apart(CaseNo one, CaseNo other) {
        if (clusters.of(one)
                .filter(cluster -> cluster.present().contains(other))
                .isPresent()) {
            throw new Refusal("信访件 " + one + " 和 " + other + " 已经并案，请先在并案页面拆出。");
        }
    }

    /** 拆出: the letter goes on alone; a cluster of one is none. */
    public void split(CaseNo no, String why, Actor by) {
        String reason = reason(why, "请写明拆出的理由。");
        petitions.lock(no).orElseThrow(() -> unknown(no));
        Cluster cluster = clusters.of(no).orElse(null);
        if (cluster == null) {
            return;
        }
        Instant now = clock.instant();
        List<CaseNo> rest =
                cluster.present().stream().filter(member -> !member.equals(no)).toList();
        leave(cluster, no, reason, by, now);
        pairs.part(no, rest, reason, by, now);
        if (rest.size() == 1) {
            leave(cluster, rest.get(0), "并案只剩一件，自动解除", by, now);
        } else if (cluster.main().equals(no)) {
            clusters.main(cluster.id(), earliest(petitions.findAll(rest)).no());
        }
    }

    private void leave(Cluster cluster, CaseNo no, String reason, Actor by, Instant now) {
        clusters.leave(no, reason, by, now);
        answers.left(no);
        listeners.publishEvent(new RepeatFact(
                no,
                RepeatFact.Kind.SPLIT,
                now,
                by,
                Map.of("cluster", cluster.id(), "reason", reason),
                Map.of("cluster", Map.of("before", cluster.id()))));
    }

    private boolean decided(CaseNo one, CaseNo other, PairState state, String reason, Actor by, Instant now) {
        Pair pair = Pair.proposed(one, other, new Likeness(0, 0, List.of("人工指定")), now);
        if (pairs.find(pair.no(), pair.other()).isEmpty()) {
            pairs.propose(Pair.proposed(one, other, lookout.compare(one, other), now));
        }
        return pairs.decide(pair, state, reason, by, now);
    }

    private void tellBoth(CaseNo one, CaseNo other, RepeatFact.Kind kind, String reason, Actor by, Instant now) {
        Stream.of(List.of(one, other), List.of(other, one)).forEach(pair -> {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("petition", pair.get(1).value());
            if (reason != null) {
                data.put("reason", reason);
            }
            listeners.publishEvent(new RepeatFact(pair.get(0), kind, now, by, data));
        });
    }

    /** In the order of their numbers, so that two people joining the same letters do not wait for each other for ever. */
    private List<Petition> lock(CaseNo one, CaseNo other) {
        if (one.equals(other)) {
            throw new Refusal("请选择两件不同的信访件。");
        }
        List<Petition> both = new ArrayList<>();
        Stream.of(one, other)
                .sorted(Comparator.comparing(CaseNo::value))
                .forEach(no -> both.add(petitions.lock(no).orElseThrow(() -> unknown(no))));
        return both;
    }

    private static Petition earliest(List<Petition> letters) {
        return letters.stream()
                .min(Comparator.comparing((Petition letter) -> letter.letter().receivedOn())
                        .thenComparing(letter -> letter.no().value()))
                .orElseThrow();
    }

    private static String reason(String given, String wanted) {
        if (given == null || given.isBlank()) {
            throw new Refusal("reason", wanted);
        }
        if (given.strip().length() > LONGEST_REASON) {
            throw new Refusal("reason", "理由有 " + given.strip().length() + " 字，请缩短到 " + LONGEST_REASON + " 字以内。");
        }
        return given.strip();
    }

    private static Refusal unknown(CaseNo no) {
        return new Refusal("no", "没有案号为 " + no + " 的信访件，请核对案号。");
    }
}
