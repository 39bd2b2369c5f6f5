package org.duban.desk.audit;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.duban.card.Cards;
import org.duban.desk.audit.ServiceSheets.Sheet;
import org.duban.evidence.EvidenceService;
import org.duban.journal.CheckResult;
import org.duban.journal.JournalExport;
import org.duban.journal.Verification;
import org.duban.journal.VerifierJar;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.organisation.CurrentActor;
import org.duban.replay.Models;
import org.duban.replay.Moment;
import org.duban.replay.Replay;
import org.duban.replay.Replay.Film;
import org.duban.replay.Run;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * 一案一档: everything of a case and of the cards about it in one zip that opens without Duban, written while it is read.
 * Taking one is recorded with the case first, so that it stands in the record it carries.
 */
@Component
public class Dossier {

    private final Replay replay;
    private final StepViews views;
    private final Models models;
    private final FourChecks checks;
    private final Verification verification;
    private final JournalExport export;
    private final VerifierJar verifier;
    private final EvidenceService evidence;
    private final Volumes volumes;
    private final ServiceSheets sheets;
    private final Cards cards;
    private final SpringTemplateEngine templates;
    private final CurrentActor actor;
    private final ApplicationEventPublisher listeners;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Dossier(
            Replay replay,
            StepViews views,
            Models models,
            FourChecks checks,
            Verification verification,
            JournalExport export,
            VerifierJar verifier,
            EvidenceService evidence,
            Volumes volumes,
            ServiceSheets sheets,
            Cards cards,
            SpringTemplateEngine templates,
            CurrentActor actor,
            ApplicationEventPublisher listeners,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.replay = replay;
        this.views = views;
        this.models = models;
        this.checks = checks;
        this.verification = verification;
        this.export = export;
        this.verifier = verifier;
        this.evidence = evidence;
        this.volumes = volumes;
        this.sheets = sheets;
        this.cards = cards;
        this.templates = templates;
        this.actor = actor;
        this.listeners = listeners;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A case whose dossier was taken: with the cards about it, and the proof of service of each paper by its number. */
    public record Taken(CaseNo no, List<String> cards, Map<String, Sheet> sheets) {

        /** The case, and after it what is carried along. */
        List<String> chains() {
            return Stream.concat(Stream.of(no.value()), cards.stream()).toList();
        }
    }

    /** What the dossiers of one zip share, asked once for all of them. */
    private record Shared(Map<String, CheckResult> verdicts, JournalExport.Slices slices) {}

    /** Makes the proofs of service, and records that somebody takes the dossier and with which of them. */
    public Taken taken(CaseNo no, boolean alone) {
        List<String> about =
                cards.about(no).stream().map(card -> card.no().value()).toList();
        Map<String, Sheet> made = new LinkedHashMap<>();
        Stream.concat(Stream.of(no.value()), about.stream())
                .forEach(chain -> replay.film(chain, List::size).ifPresent(film -> views.view(film.shown())
                        .state()
                        .documents()
                        .forEach(one -> made.put(one.id(), sheets.of(chain, one)))));
        List<String> hashes = made.values().stream().map(Sheet::sha256).toList();
        transaction.executeWithoutResult(
                status -> listeners.publishEvent(new DossierFact(no, clock.instant(), actor.get(), alone, hashes)));
        return new Taken(no, about, made);
    }

    /** Writes the zip; the stream stays open. */
    public void write(Taken taken, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        write(taken, "", shared(List.of(taken)), zip);
        zip.finish();
    }

    private Shared shared(List<Taken> all) {
        List<String> chains =
                all.stream().flatMap(one -> one.chains().stream()).distinct().toList();
        return new Shared(verification.ofCases(chains), export.slices(chains));
    }

    /** A case in the index of several. */
    record Listed(String no, String title, String stateLabel, int steps) {}

    /** Writes one zip with a folder for each case, one after the other, and an index; the stream stays open. */
    public void write(List<Taken> cases, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        List<Listed> listed = new ArrayList<>(cases.size());
        Shared shared = shared(cases);
        for (Taken taken : cases) {
            listed.add(write(taken, taken.no() + "/", shared, zip));
            // What was written leaves for the browser before the next case is read.
            zip.flush();
        }
        Map<String, Object> said = Map.of(
                "volumes",
                listed,
                "city",
                Zones.CITY,
                "taken",
                clock.instant(),
                "by",
                actor.get().name());
        entry(zip, "index.html", page("audit/dossiers", said));
        zip.finish();
    }

    private Listed write(Taken taken, String folder, Shared shared, ZipOutputStream zip) throws IOException {
        Volume volume = volumes.of(taken);
        Zipped files = new Zipped(zip, folder);
        List<Picture> pictures = pictures(volume.film(), files);
        files.add("index.html", index(taken, volume, shared, pictures));
        for (Moment.Proof file : volume.files()) {
            if (volumes.path(file) != null) {
                files.add(volumes.path(file), evidence.place(file.sha256()));
            }
        }
        for (Volume.Paper paper : volume.papers()) {
            if (paper.path() != null) {
                files.add(paper.path(), volumes.content(paper));
            }
        }
        for (Sheet sheet : taken.sheets().values()) {
            files.add(Volumes.path(sheet), sheet.html());
        }
        files.add("record/record.ndjson", out -> {
            Writer record = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            shared.slices().write(taken.chains(), record);
            record.flush();
        });
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        verifier.writeTo(jar);
        files.add("record/duban-verifier.jar", jar.toByteArray());
        StepView.State now = volume.view().state();
        return new Listed(
                taken.no().value(),
                now.title(),
                now.stateLabel(),
                volume.film().overview().steps().size());
    }

    private byte[] index(Taken taken, Volume volume, Shared shared, List<Picture> pictures) {
        Map<String, Object> said = new HashMap<>();
        said.put("no", taken.no().value());
        said.put("view", volume.view());
        said.put("steps", volume.film().overview().steps());
        said.put("cards", volume.cards());
        said.put("papers", volume.papers());
        said.put("city", Zones.CITY);
        said.put("taken", clock.instant());
        said.put("by", actor.get().name());
        said.put("pictures", pictures);
        said.put("checks", checks.of(volume, verdict(taken, shared)));
        said.put(
                "files",
                volume.files().stream()
                        .map(file -> new Attached(volumes.path(file), views.file(file, null)))
                        .toList());
        return page("audit/dossier", said);
    }

    /** A file of evidence in the zip; {@code path} is null where it is no longer kept. */
    record Attached(String path, StepView.FileLine line) {}

    private static CheckResult verdict(Taken taken, Shared shared) {
        List<CheckResult> each =
                taken.chains().stream().map(shared.verdicts()::get).toList();
        return new CheckResult(
                each.stream().mapToLong(CheckResult::entries).sum(),
                each.stream().flatMap(one -> one.findings().stream()).distinct().toList());
    }

    private byte[] page(String template, Map<String, Object> said) {
        return templates
                .process(template, new Context(Locale.SIMPLIFIED_CHINESE, said))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A picture of a process in the zip. */
    record Picture(String file, String model, String name) {}

    private List<Picture> pictures(Film film, Zipped files) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (Run run : film.overview().runs()) {
            Optional<String> bpmn = run.definition() == null ? Optional.empty() : models.bpmn(run.definition());
            if (bpmn.isEmpty()) {
                continue;
            }
            String name = "diagrams/" + (pictures.size() + 1);
            files.add(name + ".svg", svg(run, bpmn.get()).getBytes(StandardCharsets.UTF_8));
            files.add(name + ".bpmn", bpmn.get().getBytes(StandardCharsets.UTF_8));
            pictures.add(new Picture(
                    name + ".svg",
                    name + ".bpmn",
                    models.name(run.definition()) + "（第 " + models.version(run.definition()) + " 版，第 "
                            + run.startedAtStep() + " 步开始）"));
        }
        return pictures;
    }

    private static String svg(Run run, String bpmn) {
        return BpmnDrawing.svg(
                bpmn,
                Stream.concat(run.done().keySet().stream(), run.flows().keySet().stream())
                        .toList(),
                run.tokens().stream().map(Run.Token::element).toList());
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
