package org.duban.desk;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.deadline.LedgerKind;
import org.duban.desk.store.LetterDeskStore;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.organisation.Units;
import org.duban.petition.Petition;
import org.duban.petition.PetitionState;
import org.duban.petition.PetitionStore;
import org.duban.petition.Proposal;
import org.duban.petition.Proposals;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desks of letters that need somebody's eye every day: those of the platform, and those leaders follow. */
@Service
@Transactional(readOnly = true)
public class LetterDesk {

    public static final int SIZE = 30;

    private final LetterDeskStore store;
    private final PetitionStore petitions;
    private final Proposals proposals;
    private final Units units;
    private final CurrentActor actor;
    private final Clock clock;

    LetterDesk(
            LetterDeskStore store,
            PetitionStore petitions,
            Proposals proposals,
            Units units,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.petitions = petitions;
        this.proposals = proposals;
        this.units = units;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * A letter with its clocks.
     *
     * @param proposal to whom it might be handed; null once it is dispatched
     */
    public record Line(
            Petition petition,
            LetterClock acceptance,
            LetterClock answer,
            LetterClock leadersCase,
            Proposal proposal,
            String district,
            String units) {}

    /** @param next where the next page begins; null on the last */
    public record Page(List<Line> lines, String next, int total, String totalInWords, LocalDate today) {

        public long waiting() {
            return lines.stream().filter(line -> line.proposal() != null).count();
        }
    }

    /** @throws AccessDeniedException for those who do not see every letter */
    public void onlyReaders() {
        if (actor.roles().stream().noneMatch(Role::seesAll)) {
            throw new AccessDeniedException("these desks are read by those who see every case");
        }
    }

    public boolean coordinator() {
        return actor.roles().contains(Role.COORDINATOR);
    }

    public Page page(LetterChoice choice, String after) {
        LocalDate today = LocalDate.now(clock);
        List<LetterDeskStore.Line> found = store.page(choice, today, cursor(after), SIZE + 1);
        List<LetterDeskStore.Line> shown = found.subList(0, Math.min(SIZE, found.size()));
        List<CaseNo> numbers = shown.stream().map(LetterDeskStore.Line::no).toList();
        Map<CaseNo, Petition> letters =
                petitions.findAll(numbers).stream().collect(Collectors.toMap(Petition::no, Function.identity()));
        Map<CaseNo, Map<LedgerKind, LetterClock>> clocks = store.clocks(numbers);
        int total = store.count(choice, today, Ledger.MAX_COUNT + 1);
        LetterDeskStore.Line last = found.size() > SIZE ? shown.get(SIZE - 1) : null;
        return new Page(
                numbers.stream()
                        .map(no -> line(letters.get(no), clocks.getOrDefault(no, Map.of()), choice.scope()))
                        .toList(),
                last == null ? null : Objects.toString(last.due(), "") + "_" + last.no(),
                Math.min(total, Ledger.MAX_COUNT),
                Ledger.inWords(total),
                today);
    }

    private Line line(Petition petition, Map<LedgerKind, LetterClock> clocks, LetterScope scope) {
        UnitCode district = petition.letter().district();
        boolean waits = scope == LetterScope.WITHOUT_BATCH && petition.state() == PetitionState.REGISTERED;
        return new Line(
                petition,
                clocks.get(LedgerKind.ACCEPTANCE),
                clocks.get(LedgerKind.ANSWER),
                clocks.get(LedgerKind.LEADERS_CASE),
                waits ? proposals.of(petition) : null,
                district == null ? petition.letter().region() : units.shortName(district),
                petition.shares().stream()
                        .map(share -> units.shortName(share.unit())
                                + part(share.share(), petition.shares().size()))
                        .collect(Collectors.joining("、")));
    }

    private static String part(BigDecimal share, int of) {
        return of == 1 ? "" : " " + share.stripTrailingZeros().toPlainString();
    }

    /** 晋江 0.7、交通 0.3. */
    public String words(Proposal proposal) {
        return proposal.shares().stream()
                .map(one -> units.shortName(one.unit())
                        + part(one.share(), proposal.shares().size()))
                .collect(Collectors.joining("、"));
    }

    /** Numbers of letters by state, of the same choice but for the state. */
    public Map<PetitionState, Integer> counts(LetterChoice choice) {
        return store.countByState(choice.everyState(), LocalDate.now(clock));
    }

    public int late(LetterChoice choice) {
        return store.count(choice.onlyLate(), LocalDate.now(clock), Ledger.MAX_COUNT + 1);
    }

    /** Numbers of the letters leaders follow that are not settled. */
    public Led led() {
        LocalDate today = LocalDate.now(clock);
        LetterChoice all = LetterChoice.all(LetterScope.OF_LEADERS);
        Map<PetitionState, Integer> counts = store.countByState(all, today);
        int open = counts.entrySet().stream()
                .filter(one -> one.getKey() != PetitionState.CLOSED && one.getKey() != PetitionState.DECLINED)
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Led(
                counts.getOrDefault(PetitionState.LEADERS_CASE, 0),
                open,
                store.count(all.onlyLate(), today, Ledger.MAX_COUNT));
    }

    /** Leaders' own cases, all letters they follow, and how many of these are late. */
    public record Led(int own, int open, int late) {}

    public List<String> leaders() {
        return store.leaders();
    }

    private static LetterDeskStore.Line cursor(String after) {
        if (after == null || after.isBlank()) {
            return null;
        }
        if (!after.matches("(\\d{4}-\\d{2}-\\d{2})?_XF\\d{4}-\\d{6,}")) {
            throw new Refusal("after", "翻页位置“" + after + "”无法识别，请从第一页看起。");
        }
        String[] parts = after.split("_", 2);
        try {
            return new LetterDeskStore.Line(CaseNo.of(parts[1]), parts[0].isEmpty() ? null : LocalDate.parse(parts[0]));
        } catch (DateTimeParseException e) {
            throw new Refusal("after", "翻页位置“" + after + "”无法识别，请从第一页看起。");
        }
    }
}
