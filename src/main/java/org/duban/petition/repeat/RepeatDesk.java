package org.duban.petition.repeat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duban.kernel.CaseNo;
import org.duban.organisation.Units;
import org.duban.petition.BatchStore;
import org.duban.petition.LetterRepeats;
import org.duban.petition.Petition;
import org.duban.petition.PetitionStore;
import org.duban.petition.repeat.store.CarriedAnswerStore;
import org.duban.petition.repeat.store.ClusterStore;
import org.duban.petition.repeat.store.MentionStore;
import org.duban.petition.repeat.store.PairStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the desk shows of repeats. */
@Component
@Transactional(readOnly = true)
public class RepeatDesk implements LetterRepeats {

    private static final int PAGE = 10;
    private static final int COUNTED = 1_000;
    private static final int MOST_OF_ONE = 50;

    private final PairStore pairs;
    private final ClusterStore clusters;
    private final MentionStore mentions;
    private final CarriedAnswerStore answers;
    private final PetitionStore petitions;
    private final BatchStore batches;
    private final Units units;

    RepeatDesk(
            PairStore pairs,
            ClusterStore clusters,
            MentionStore mentions,
            CarriedAnswerStore answers,
            PetitionStore petitions,
            BatchStore batches,
            Units units) {
        this.pairs = pairs;
        this.clusters = clusters;
        this.mentions = mentions;
        this.answers = answers;
        this.petitions = petitions;
        this.batches = batches;
        this.units = units;
    }

    /** A letter as it stands beside another. */
    public record Side(
            Petition petition,
            String number,
            String batch,
            String place,
            String unit,
            Long cluster,
            List<Passages.Passage> passages) {}

    /** Two letters to be decided about. */
    public record Line(Pair pair, Side later, Side earlier) {}

    public record Queue(List<Line> lines, int total, String next) {}

    /** A cluster with the letters in it and those that were. */
    public record ClusterView(
            Cluster cluster,
            List<Side> letters,
            List<Left> left,
            Map<String, CarriedAnswer> answers,
            List<String> lookBacks) {

        public record Left(Side letter, Cluster.Member member) {}
    }

    /** What is to be decided about one letter, the likeliest first. */
    public Queue queueOf(CaseNo no) {
        List<Pair> found = pairs.of(no).stream()
                .filter(pair -> pair.state() == PairState.PROPOSED)
                .toList();
        List<Pair> shown = found.subList(0, Math.min(MOST_OF_ONE, found.size()));
        Map<CaseNo, Petition> letters = letters(shown);
        return new Queue(shown.stream().map(pair -> line(pair, letters)).toList(), found.size(), null);
    }

    @Override
    public long suspected(CaseNo no) {
        return pairs.of(no).stream()
                .filter(pair -> pair.state() == PairState.PROPOSED)
                .count();
    }

    @Override
    public Optional<Long> cluster(CaseNo no) {
        return clusters.of(no).map(Cluster::id);
    }

    /** @param settledToo also pairs whose letters are settled both */
    public Queue queue(String after, boolean settledToo) {
        Pair from = cursor(after);
        List<Pair> found = pairs.queue(from, settledToo, PAGE + 1);
        List<Pair> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<CaseNo, Petition> letters = letters(shown);
        List<Line> lines = shown.stream().map(pair -> line(pair, letters)).toList();
        Pair last = found.size() > PAGE ? shown.get(PAGE - 1) : null;
        return new Queue(
                lines,
                pairs.waiting(settledToo, COUNTED),
                last == null ? null : last.score() + "_" + last.no() + "_" + last.other());
    }

    /** Where the last page ended; a mangled address shows the first page. */
    private Pair cursor(String after) {
        if (after == null || !after.matches("\\d{1,3}_XF\\d{4}-\\d{6}_XF\\d{4}-\\d{6}")) {
            return null;
        }
        String[] parts = after.split("_");
        return new Pair(
                CaseNo.of(parts[1]),
                CaseNo.of(parts[2]),
                Integer.parseInt(parts[0]),
                0,
                List.of(),
                null,
                PairState.PROPOSED,
                null,
                null,
                null);
    }

    private Map<CaseNo, Petition> letters(List<Pair> shown) {
        Set<CaseNo> numbers = new HashSet<>();
        shown.forEach(pair -> numbers.addAll(List.of(pair.no(), pair.other())));
        Map<CaseNo, Petition> letters = new HashMap<>();
        petitions.findAll(numbers).forEach(letter -> letters.put(letter.no(), letter));
        return letters;
    }

    private Line line(Pair pair, Map<CaseNo, Petition> letters) {
        Petition one = letters.get(pair.no());
        Petition other = letters.get(pair.other());
        boolean ordered = !one.letter().receivedOn().isBefore(other.letter().receivedOn());
        Petition later = ordered ? one : other;
        Petition earlier = ordered ? other : one;
        return new Line(pair, side(later, earlier), side(earlier, later));
    }

    private Side side(Petition letter, Petition beside) {
        String body = letter.letter().body();
        return new Side(
                letter,
                letter.letter().upstreamNo() == null
                        ? letter.no().value()
                        : letter.letter().upstreamNo(),
                letter.letter().batch() == null
                        ? letter.letter().channel().label()
                        : batches.find(letter.letter().batch())
                                .map(batch -> batch.key().inspection() + batch.name())
                                .orElse(""),
                letter.letter().district() == null
                        ? null
                        : units.shortName(letter.letter().district()),
                letter.leadUnit() == null ? null : units.shortName(letter.leadUnit()),
                clusters.of(letter.no()).map(Cluster::id).orElse(null),
                beside == null
                        ? List.of(new Passages.Passage(body, false))
                        : Passages.of(body, beside.letter().body()));
    }

    public Optional<ClusterView> cluster(long id) {
        return clusters.find(id).map(cluster -> {
            Map<CaseNo, Petition> letters = new HashMap<>();
            List<CaseNo> all = cluster.members().stream()
                    .map(Cluster.Member::no)
                    .distinct()
                    .toList();
            petitions.findAll(all).forEach(letter -> letters.put(letter.no(), letter));
            Petition main = letters.get(cluster.main());
            Map<String, CarriedAnswer> carried = new HashMap<>();
            answers.of(id).forEach(answer -> carried.put(answer.no().value(), answer));
            return new ClusterView(
                    cluster,
                    cluster.present().stream()
                            .map(no -> side(letters.get(no), no.equals(cluster.main()) ? null : main))
                            .toList(),
                    cluster.members().stream()
                            .filter(member -> !member.present())
                            .map(member -> new ClusterView.Left(side(letters.get(member.no()), null), member))
                            .toList(),
                    carried,
                    clusters.lookBacks(id));
        });
    }

    /** The newest clusters. */
    public List<ClusterView> newest(long before, int size) {
        return clusters.newest(before, size).stream()
                .map(id -> cluster(id).orElseThrow())
                .toList();
    }

    /** What a letter says of others. */
    public List<MentionStore.Said> mentions(CaseNo no) {
        return mentions.of(no);
    }

    /** How likely each of these letters repeats another, 0 to 100, as long as nobody has decided; the others are left out. */
    public Map<CaseNo, Integer> suspected(Collection<CaseNo> letters) {
        return pairs.waitingOf(letters);
    }

    public List<Pair> pairs(CaseNo no) {
        return pairs.of(no);
    }
}
