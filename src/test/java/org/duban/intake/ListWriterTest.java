package org.duban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.duban.intake.ImportRuns.StoredError;
import org.duban.intake.sheet.FileLimits;
import org.duban.intake.sheet.TableFile;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.problem.ListKey;
import org.duban.problem.ListedProblem;
import org.duban.problem.NewProblem;
import org.duban.problem.ProblemFile;
import org.duban.problem.Problems;
import org.duban.problem.Registered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What a failure while writing costs. */
class ListWriterTest {

    @TempDir
    Path folder;

    private final Register register = new Register();
    private final List<RowError> errors = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aFailingRowCostsOnlyItself() throws IOException {
        register.fails = row -> row.listSerial().equals("77");
        ListWriter writer = writer(120);

        writer.writeInBatches();

        assertThat(writer.counts().created()).isEqualTo(119);
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).row()).isEqualTo(78);
        assertThat(register.kept).hasSize(119).doesNotContain("77");
    }

    @Test
    void whenNoRowCanBeWrittenTheImportIsInterrupted() throws IOException {
        register.fails = row -> Integer.parseInt(row.listSerial()) > 100;
        ListWriter writer = writer(1_000);

        assertThatThrownBy(writer::writeInBatches).isInstanceOf(IllegalStateException.class);

        assertThat(errors).isEmpty();
        assertThat(register.kept).hasSize(100);
    }

    @Test
    void shortListThatFailsLeavesNothingAndNamesTheRow() throws IOException {
        register.fails = row -> row.listSerial().equals("60");
        ListWriter writer = writer(120);

        writer.writeAtOnce();

        assertThat(writer.counts().created()).isZero();
        assertThat(errors).extracting(RowError::row).containsExactly(61);
        assertThat(register.kept).isEmpty();
    }

    private ListWriter writer(int rows) throws IOException {
        StringBuilder csv = new StringBuilder("序号,问题来源,具体问题\n");
        for (int i = 1; i <= rows; i++) {
            csv.append(i).append(",通报,河道垃圾\n");
        }
        Path file = Files.write(folder.resolve("list.csv"), csv.toString().getBytes(StandardCharsets.UTF_8));
        ProblemList list = ProblemList.in(TableFile.open(file, FileLimits.DEFAULT));
        UnitPhrases units = new UnitPhrases(new FakeUnits());
        return new ListWriter(
                list,
                new ProblemRows(list.header(), units, null, LocalDate.of(2026, 3, 1)),
                new StoredList(new NoProblems(), units),
                register,
                new TransactionTemplate(register),
                new Kept(),
                Actor.system(),
                new BitSet(),
                new ImportRun.Counts(rows, rows, rows, rows, 0, 0, 0));
    }

    private final class Kept implements Findings {

        @Override
        public void errors(List<StoredError> found) {
            found.forEach(error -> errors.add(error.error()));
        }

        @Override
        public void changes(List<FieldEdit> edits) {}

        @Override
        public void progress(ImportRun.Counts counts) {}
    }

    private static final class NoProblems implements Problems {

        @Override
        public Optional<ProblemFile> file(CaseNo no) {
            return Optional.empty();
        }

        @Override
        public Map<ListKey, ListedProblem> listed(Collection<ListKey> keys) {
            return Map.of();
        }
    }

    /** Keeps serials per thread until the commit. */
    private static final class Register extends AbstractPlatformTransactionManager implements Registrar {

        private final transient List<String> kept = Collections.synchronizedList(new ArrayList<>());
        private final transient ThreadLocal<List<String>> open = ThreadLocal.withInitial(ArrayList::new);
        private transient Predicate<NewProblem> fails = row -> false;

        @Override
        public List<Registered> register(List<NewProblem> rows, Actor by) {
            List<Registered> registered = new ArrayList<>();
            for (NewProblem row : rows) {
                if (fails.test(row)) {
                    throw new IllegalStateException("row " + row.listSerial());
                }
                open.get().add(row.listSerial());
                registered.add(new Registered(CaseNo.problem(2026, 1), Registered.Outcome.CREATED, List.of()));
            }
            return registered;
        }

        @Override
        public Registered update(CaseNo no, NewProblem row, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected Object doGetTransaction() {
            return open;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            open.get().clear();
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            kept.addAll(open.get());
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            open.get().clear();
        }
    }
}
