package org.duban.petition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.Registered.Result;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes letters in, from lists and forms: each number once, whoever wrote it sealed apart. */
@Component("petitionRegistering")
class Registering {

    private final PetitionStore store;
    private final Batches batches;
    private final PetitionRecords records;
    private final PetitionDeadlines deadlines;
    private final LetterMaking letters;
    private final Identities identities;
    private final ObjectProvider<PetitionFlow> flow;

    Registering(
            PetitionStore store,
            Batches batches,
            PetitionRecords records,
            PetitionDeadlines deadlines,
            LetterMaking letters,
            Identities identities,
            ObjectProvider<PetitionFlow> flow) {
        this.store = store;
        this.batches = batches;
        this.records = records;
        this.deadlines = deadlines;
        this.letters = letters;
        this.identities = identities;
        this.flow = flow;
    }

    List<Registered> registerAll(List<NewLetter> rows, Actor by) {
        Map<PetitionStore.Key, PetitionStore.Known> known = store.known(keys(rows));
        Map<PetitionStore.Key, Integer> met = new HashMap<>();
        List<Integer> fresh = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            PetitionStore.Key key = key(rows.get(i));
            if (!known.containsKey(key) && met.putIfAbsent(key, i) == null) {
                fresh.add(i);
            }
        }
        Map<Integer, CaseNo> written = write(rows, fresh, by);
        if (written.size() < rows.size()) {
            // Somebody else brought in the same letters between our look and our insert, or one file names one twice.
            known = store.known(keys(rows));
        }
        List<Registered> answers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            CaseNo no = written.get(i);
            answers.add(
                    no != null
                            ? new Registered(no, Result.CREATED)
                            : new Registered(same(rows.get(i), known), Result.UNCHANGED));
        }
        return answers;
    }

    List<Outlook> outlook(List<NewLetter> rows) {
        Map<PetitionStore.Key, PetitionStore.Known> known = store.known(keys(rows));
        List<Outlook> outlooks = new ArrayList<>();
        for (NewLetter row : rows) {
            PetitionStore.Known there = known.get(key(row));
            try {
                if (there == null) {
                    letters.of(row, null);
                    batches.mustTake(row.batch());
                    outlooks.add(new Outlook(null, null));
                } else {
                    outlooks.add(new Outlook(there.no(), letters.taken(row, there)));
                }
            } catch (Refusal refusal) {
                outlooks.add(new Outlook(null, refusal));
            }
        }
        return outlooks;
    }

    private CaseNo same(NewLetter row, Map<PetitionStore.Key, PetitionStore.Known> known) {
        PetitionStore.Known there = known.get(key(row));
        NumberTaken taken = letters.taken(row, there);
        if (taken != null) {
            throw taken;
        }
        return there.no();
    }

    private PetitionStore.Key key(NewLetter row) {
        return letters.key(row);
    }

    private List<PetitionStore.Key> keys(List<NewLetter> rows) {
        return rows.stream().map(letters::key).distinct().toList();
    }

    private Map<Integer, CaseNo> write(List<NewLetter> rows, List<Integer> fresh, Actor by) {
        Map<Integer, CaseNo> written = new LinkedHashMap<>();
        if (fresh.isEmpty()) {
            return written;
        }
        int year = records.today().getYear();
        long serial = store.reserveSerials(year, fresh.size());
        List<Petition> made = new ArrayList<>();
        for (int row : fresh) {
            made.add(made(CaseNo.petition(year, serial++), rows.get(row), by));
        }
        Set<CaseNo> numbers = new HashSet<>(store.insert(made));
        Map<Petition, List<Said>> said = new LinkedHashMap<>();
        List<Petition> open = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            Petition petition = made.get(i);
            NewLetter row = rows.get(fresh.get(i));
            if (numbers.contains(petition.no())) {
                written.put(fresh.get(i), petition.no());
                said.put(petition, said(petition, row));
                identities.seal(petition, row);
                if (!row.past()) {
                    open.add(petition);
                }
            }
        }
        records.announce(said, by);
        open.forEach(deadlines::open);
        flow.ifAvailable(process -> process.startAll(open));
        return written;
    }

    private Petition made(CaseNo no, NewLetter row, Actor by) {
        Long batch = row.batch() == null ? null : batches.openOf(row.batch(), row.handedOverOn());
        Letter letter = letters.of(row, batch);
        Course course = row.past()
                ? Course.NEW.edit().closed(records.now()).done()
                : Course.NEW.edit().dueOn(deadlines.due(letter)).done();
        return new Petition(no, letter, shares(row), row.answer(), course, records.now(), by.username(), 0);
    }

    /** A letter answered before it came in stands with its district's unit; others have no unit yet. */
    private List<Share> shares(NewLetter row) {
        return row.past() && row.district() != null
                ? List.of(Share.of(row.district(), new BigDecimal("1.00")).answered(records.now()))
                : List.of();
    }

    private static List<Said> said(Petition petition, NewLetter row) {
        Said registered = Said.of(
                PetitionFact.REGISTERED,
                null,
                "upstreamNo",
                petition.letter().upstreamNo(),
                "inspection",
                petition.letter().inspection(),
                "batch",
                row.batch() == null ? null : row.batch().ordinal());
        return row.past()
                ? List.of(registered, Said.of(PetitionFact.CLOSED, null, "asListed", true))
                : List.of(registered);
    }
}
