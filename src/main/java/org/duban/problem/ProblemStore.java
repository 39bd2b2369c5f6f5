package org.duban.problem;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.deadline.SubjectFacts;
import org.duban.kernel.CaseNo;

/** Keeps problems and their history. A save writes the snapshot and its events together or not at all. */
public interface ProblemStore {

    /** The problem, locked until the transaction ends, so that two steps on one problem come one after the other. */
    Optional<Problem> lock(CaseNo no);

    Optional<Problem> find(CaseNo no);

    /** What rules and reminders need to know of many problems, asked in one go. */
    Map<CaseNo, SubjectFacts.Facts> facts(Collection<CaseNo> numbers);

    /**
     * Writes new problems in one go; a row whose list key is already taken is left out.
     *
     * @param listed what the list says of each, in the same order
     * @return the numbers written
     */
    List<CaseNo> insert(List<Problem> problems, List<Map<String, String>> listed);

    /** Writes the snapshot over the version it was read at. */
    void update(Problem before, Problem after);

    /** Keeps what a newer list says. */
    void relist(CaseNo no, Map<String, String> listed);

    /**
     * Adds to the history. The events of one problem are numbered from 1 when given, and after the last one already there
     * when returned; the caller holds the problem's lock.
     */
    List<ProblemEvent> append(List<ProblemEvent> events);

    Map<ListKey, ListedProblem> listed(Collection<ListKey> keys);

    List<ProblemEvent> events(CaseNo no);

    /** The next serial of the year, taken in the caller's transaction. */
    long nextSerial(int year);

    /** The first of {@code count} serials, taken at once and for good, so that imports do not wait for each other. */
    long reserveSerials(int year, int count);
}
