package org.duban.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.duban.DubanTest;
import org.duban.card.Cards;
import org.duban.journal.offline.FileHashes;
import org.duban.journal.offline.Finding;
import org.duban.journal.offline.KeyRing;
import org.duban.journal.offline.RecordCheck;
import org.duban.launch.CityClock;
import org.duban.petition.LetterDriver;
import org.duban.problem.CaseDriver;
import org.duban.replay.Relapse;
import org.duban.replay.Replay;
import org.duban.replay.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** 一案一档: what an auditor carries away opens, is complete, and is verified without Duban. */
@DubanTest
class DossierTest {

    private static final Pattern LINKS = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");

    @TempDir
    Path folder;

    @Autowired
    KeyRing keys;

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    Replay replay;

    @Autowired
    CityClock clock;

    @Autowired
    Cards cards;

    private String no;
    private String card;

    @BeforeEach
    void taken() throws Exception {
        new CaseDriver(application).on("2026-03-02");
        CaseDriver office = Relapse.withYellowCard(application);
        no = office.no().value();
        card = cards.about(office.no()).get(0).no().value();
        unpack(take("/audit/cases/" + no + "/dossier.zip"));
    }

    private byte[] take(String address) throws Exception {
        return web.perform(get(address).with(httpBasic("auditor", "duban")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    private void unpack(byte[] zip) throws Exception {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(entries, file);
            }
        }
    }

    @Test
    void itOpensByItselfAndEveryLinkLeadsInside() throws Exception {
        String index = Files.readString(folder.resolve("index.html"));
        assertThat(index)
                .contains(no, "四性检测", "点位不在本辖区，附勘界图", "排口再次出现黑臭水体", "整改照片.pdf")
                .doesNotContain("不通过", "UserTask_", "<script");
        List<String> links = new ArrayList<>();
        Matcher link = LINKS.matcher(index);
        while (link.find()) {
            links.add(link.group(1));
        }
        assertThat(links)
                .anyMatch(one -> one.startsWith("files/") && one.endsWith(".pdf"))
                .contains("diagrams/1.svg", "diagrams/2.svg")
                .allSatisfy(one -> assertThat(folder.resolve(one)).isNotEmptyFile());
        assertThat(Files.readString(folder.resolve("diagrams/1.svg"))).contains("签收", "#dcefe6");
    }

    @Test
    void papersAndProofsOfServiceAreInItAndCovered() throws Exception {
        String index = Files.readString(folder.resolve("index.html"));
        assertThat(index).contains(card, "泉环委警〔2026〕", "出具的文书齐全", "每份文书附送达回证", "1 份已签收");
        Path paper = one("papers", ".docx");
        assertThat(Files.readAllBytes(paper)).startsWith('P', 'K');
        Path sheet = one("papers", ".html");
        assertThat(Files.readString(sheet)).contains("送达回证", "签收文书", "泉环委警〔2026〕", card);
        assertThat(index)
                .contains(paper.getFileName().toString(), sheet.getFileName().toString());

        Files.writeString(paper, "x", StandardOpenOption.APPEND);
        assertThat(verify()).singleElement().satisfies(finding -> {
            assertThat(finding.chain()).isEqualTo(card);
            assertThat(finding.part()).isEqualTo("paper");
        });
        Files.delete(paper);
        Files.writeString(sheet, "x", StandardOpenOption.APPEND);
        assertThat(verify()).extracting(Finding::part).containsExactlyInAnyOrder("paper", "sheet");
    }

    private Path one(String room, String ending) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve(room))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    @Test
    void lettersAndCardsHaveDossiersToo() throws Exception {
        LetterDriver letter = new LetterDriver(application).on("2026-03-02").batchLetter();
        for (String other : List.of(card, letter.no().value())) {
            Path before = folder;
            folder = Files.createDirectory(before.resolve(other));
            unpack(take("/audit/cases/" + other + "/dossier.zip"));
            assertThat(Files.readString(folder.resolve("index.html")))
                    .contains(other, "四性检测")
                    .doesNotContain("不通过", "陈信访", "13805951234")
                    .doesNotContainPattern(">[A-Z_]{3,}<");
            assertThat(verify()).as(other).isEmpty();
            folder = before;
        }
    }

    @Test
    void ofSeveralEachIsVerifiedByItself() throws Exception {
        folder = Files.createDirectory(folder.resolve("several"));
        unpack(take("/audit/dossiers.zip?cases=" + no + "," + card));
        Path several = folder;
        for (String one : List.of(no, card)) {
            folder = several.resolve(one);
            assertThat(verify()).as(one).isEmpty();
        }
        assertThat(Files.readString(several.resolve("index.html"))).contains(no + "/index.html", card + "/index.html");
    }

    @Test
    void theRecordInItIsVerifiedAndAReplacedFileIsNamed() throws Exception {
        assertThat(verify()).isEmpty();
        assertThat(folder.resolve("record/duban-verifier.jar")).isNotEmptyFile();
        try (var files = Files.list(folder.resolve("files"))) {
            Files.writeString(files.findFirst().orElseThrow(), "x", StandardOpenOption.APPEND);
        }
        assertThat(verify()).singleElement().extracting(Finding::chain).isEqualTo(no);
    }

    @Test
    void takingItIsInTheRecordItCarries() {
        List<Step> steps = replay.overview(no).orElseThrow().steps();
        Step last = steps.get(steps.size() - 1);
        assertThat(last.what()).isEqualTo("导出一案一档");
        assertThat(last.actor()).isEqualTo("auditor");
        assertThat(folder.resolve("record/record.ndjson")).content().contains("dossier.exported");
    }

    @Test
    void aClerkMayNotTakeIt() throws Exception {
        web.perform(get("/audit/cases/{no}/dossier.zip", no).with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isForbidden());
        web.perform(get("/audit/cases/{no}/dossier.zip", "WT2020-999999").with(httpBasic("auditor", "duban")))
                .andExpect(status().isNotFound());
    }

    // As the verifier's own main does, with the keys of this city.
    private List<Finding> verify() throws Exception {
        RecordCheck check =
                new RecordCheck(keys, FileHashes.carried(hash -> file("files", hash), hash -> file("papers", hash)));
        try (Stream<String> lines = Files.lines(folder.resolve("record/record.ndjson"))) {
            lines.forEach(check);
        }
        return check.finish();
    }

    private Path file(String room, String sha256) {
        return Stream.of(".pdf", ".docx", ".html")
                .map(ending -> folder.resolve(room).resolve(sha256 + ending))
                .filter(Files::exists)
                .findFirst()
                .orElse(folder.resolve(sha256));
    }
}
