package org.duban.desk.audit;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.duban.evidence.EvidenceService;
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
 * 一案一档: everything of a case in one zip that opens without Duban, written while it is read. Taking one is recorded with
 * the case first, so that it stands in the record it carries.
 */
@Component
public class Dossier {

    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg",
            ".jpg",
            "image/png",
            ".png",
            "image/webp",
            ".webp",
            "image/heic",
            ".heic",
            "application/pdf",
            ".pdf");

    private final Replay replay;
    private final StepViews views;
    private final Models models;
    private final FourChecks checks;
    private final Verification verification;
    private final JournalExport export;
    private final VerifierJar verifier;
    private final EvidenceService evidence;
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
        this.templates = templates;
        this.actor = actor;
        this.listeners = listeners;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A picture of a process in the zip. */
    record Picture(String file, String model, String name) {}

    /** A file of evidence in the zip; {@code path} is null where it is no longer kept. */
    record Attached(String path, StepView.FileLine line) {}

    /** Records that somebody takes it. */
    public void recorded(CaseNo no) {
        transaction.executeWithoutResult(
                status -> listeners.publishEvent(new DossierFact(no, clock.instant(), actor.get())));
    }

    /** Writes the zip; the stream stays open. */
    public void write(CaseNo no, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        write(no, "", zip);
        zip.finish();
    }

    /** A case in the index of several. */
    record Volume(String no, String title, String stateLabel, int steps) {}

    /** Writes one zip with a folder for each case, one after the other, and an index; the stream stays open. */
    public void write(List<CaseNo> cases, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        List<Volume> volumes = new ArrayList<>(cases.size());
        for (CaseNo no : cases) {
            volumes.add(write(no, no.value() + "/", zip));
            // What was written leaves for the browser before the next case is read.
            zip.flush();
        }
        Map<String, Object> said = Map.of(
                "volumes",
                volumes,
                "city",
                Zones.CITY,
                "taken",
                clock.instant(),
                "by",
                actor.get().name());
        String index = templates.process("audit/dossiers", new Context(Locale.SIMPLIFIED_CHINESE, said));
        entry(zip, "index.html", index.getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    private Volume write(CaseNo no, String folder, ZipOutputStream zip) throws IOException {
        Film film = replay.film(no.value(), List::size).orElseThrow();
        List<Moment.Proof> files = film.shown().state().files().stream()
                .filter(file -> !"removed".equals(file.state()))
                .toList();
        List<Picture> pictures = pictures(film, folder, zip);
        entry(zip, folder + "index.html", index(no, film, files, pictures).getBytes(StandardCharsets.UTF_8));
        Set<String> written = new HashSet<>();
        for (Moment.Proof file : files) {
            if (path(file) != null && written.add(file.sha256())) {
                zip.putNextEntry(new ZipEntry(folder + path(file)));
                Files.copy(evidence.place(file.sha256()), zip);
                zip.closeEntry();
            }
        }
        zip.putNextEntry(new ZipEntry(folder + "record/record.ndjson"));
        Writer record = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        export.ofCase(no.value(), record);
        record.flush();
        zip.closeEntry();
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        verifier.writeTo(jar);
        entry(zip, folder + "record/duban-verifier.jar", jar.toByteArray());
        StepView.State now = views.view(film.shown()).state();
        return new Volume(
                no.value(),
                now.title(),
                now.stateLabel(),
                film.overview().steps().size());
    }

    private String index(CaseNo no, Film film, List<Moment.Proof> files, List<Picture> pictures) {
        StepView view = views.view(film.shown());
        Map<String, Object> said = new HashMap<>();
        said.put("no", no.value());
        said.put("view", view);
        said.put("steps", film.overview().steps());
        said.put("city", Zones.CITY);
        said.put("taken", clock.instant());
        said.put("by", actor.get().name());
        said.put("pictures", pictures);
        said.put("checks", checks.of(film, verification.ofCase(no.value()), files));
        said.put(
                "files",
                files.stream()
                        .map(file -> new Attached(path(file), views.file(file, null)))
                        .toList());
        return templates.process("audit/dossier", new Context(Locale.SIMPLIFIED_CHINESE, said));
    }

    private List<Picture> pictures(Film film, String folder, ZipOutputStream zip) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (Run run : film.overview().runs()) {
            Optional<String> bpmn = run.definition() == null ? Optional.empty() : models.bpmn(run.definition());
            if (bpmn.isEmpty()) {
                continue;
            }
            String name = "diagrams/" + (pictures.size() + 1);
            entry(zip, folder + name + ".svg", svg(run, bpmn.get()).getBytes(StandardCharsets.UTF_8));
            entry(zip, folder + name + ".bpmn", bpmn.get().getBytes(StandardCharsets.UTF_8));
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

    // Under its hash, as the stand-alone verifier looks for it, and with the ending a computer opens it by.
    private String path(Moment.Proof file) {
        return Files.isRegularFile(evidence.place(file.sha256()))
                ? "files/" + file.sha256() + ENDINGS.getOrDefault(String.valueOf(file.mediaType()), "")
                : null;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
