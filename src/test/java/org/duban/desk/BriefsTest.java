package org.duban.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.PageToken.pageToken;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.duban.DubanTest;
import org.duban.desk.brief.FigureKey;
import org.duban.journal.CaseJournal;
import org.duban.kernel.CaseNo;
import org.duban.round.Round;
import org.duban.round.RoundCounts;
import org.duban.round.RoundOffice;
import org.duban.round.Rounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Brief and bulletin of a frozen round: each number opens its list, and goes on doing so. */
@DubanTest
class BriefsTest {

    private static final String UNIT = "350526";
    private static int month = 2;

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    Rounds rounds;

    @Autowired
    CaseJournal journal;

    @Autowired
    JdbcClient db;

    private RoundOffice office;
    private Round round;
    private List<CaseNo> problems;

    @BeforeEach
    void aRoundIsReported() {
        String day = "2089-%02d".formatted(++month);
        office = new RoundOffice(application).at(day + "-26T09:00:00");
        problems = office.problems(UNIT, "简报" + month + "-", 3, LocalDate.of(2089, 12, 30));
        office.problems("350525", "简报" + month + "-", 1, LocalDate.of(2089, 12, 30));
        round = office.open(day);
        String form = office.form(round, UNIT, "管网改造进场", 20)
                .replaceFirst(
                        "\"no\":\"" + problems.get(0) + "\"",
                        "\"no\":\"" + problems.get(0) + "\",\"status\":\"BEHIND\",\"issue\":\"征地未完成\"");
        office.reports(round, UNIT, form);
    }

    @AfterEach
    void tidy() {
        office.tidy();
    }

    @Test
    void everyNumberInTheFileOpensTheListItWasCountedFrom() throws Exception {
        office.freeze(round);
        for (String kind : List.of("brief", "bulletin")) {
            make(kind).andExpect(flash().attribute("message", containsString("第 1 稿")));
            List<XWPFHyperlinkRun> links = links(kind, 1);
            assertThat(links).hasSize(FigureKey.values().length * 2);
            for (XWPFHyperlinkRun link : links) {
                String address = link.getHyperlink(link.getDocument()).getURL();
                if (link.text().startsWith("http")) {
                    assertThat(link.text()).isEqualTo(address);
                } else {
                    reads(path(address)).andExpect(content().string(containsString(" " + link.text() + " ")));
                    assertThat(lines(path(address))).as(address).isEqualTo(Integer.parseInt(link.text()));
                }
            }
        }
        RoundCounts counts = RoundCounts.of(rounds.units(round.no()));
        assertThat(lines(list("brief", 1, "units"))).isEqualTo(counts.units());
        assertThat(lines(list("brief", 1, "silent"))).isEqualTo(counts.silent());
        assertThat(lines(list("brief", 1, "items"))).isEqualTo(counts.items());
        assertThat(lines(list("brief", 1, "behind"))).isEqualTo(counts.behind());
        reads(list("brief", 1, "behind"))
                .andExpect(content()
                        .string(allOf(
                                containsString(problems.get(0).value()), containsString("实际 20%；管网改造进场；存在问题：征地未完成"))));
        assertThat(text("bulletin", 1)).contains("各县（市、区）人民政府", "征地未完成", "有关要求", "（请填写。）");
        assertThat(text("brief", 1)).contains("月调度简报", "未报的单位：", "永春县", "下一步工作");
        assertThat(journal.page(round.no().value(), 0, 500).items())
                .anySatisfy(
                        entry -> assertThat(CaseJournal.body(entry).toString()).contains("round.briefMade", "月调度通报"));
    }

    @Test
    void aNumberShowsTheSameListWhateverHappensLater() throws Exception {
        office.freeze(round);
        make("brief");
        make("brief").andExpect(flash().attribute("message", containsString("数字没有变化，仍是月调度简报第 1 稿")));
        String then = body(list("brief", 1, "behind"));
        byte[] file = file("brief", 1);
        db.sql("update problem set title = title || '（更名）' where no = :no")
                .param("no", problems.get(0).value())
                .update();

        assertThat(body(list("brief", 1, "behind"))).isEqualTo(then);
        make("brief").andExpect(flash().attribute("message", containsString("已生成月调度简报第 2 稿")));
        assertThat(body(list("brief", 1, "behind"))).isEqualTo(then);
        assertThat(file("brief", 1)).isEqualTo(file);
        assertThat(body(list("brief", 2, "behind"))).contains("（更名）");
        assertThatThrownBy(() -> db.sql("update round_brief_line set words = '' where round_no = :no")
                        .param("no", round.no().value())
                        .update())
                .hasMessageContaining("not changed");
    }

    @Test
    void whatHappenedSinceTheRoundBeforeIsCountedOnce() throws Exception {
        office.freeze(round);
        make("brief");
        assertThat(body(list("brief", 1, "registered")))
                .contains(problems.get(0).value());
        String next = "2089-%02d".formatted(++month);
        office.at(next + "-26T09:00:00");
        CaseNo later = office.problems(UNIT, "简报后" + month + "-", 1, LocalDate.of(2089, 12, 30))
                .get(0);
        round = office.open(next);
        office.freeze(round);
        make("brief");
        assertThat(body(list("brief", 1, "registered")))
                .contains(later.value())
                .doesNotContain(problems.get(0).value());
    }

    @Test
    void anOpenRoundIsNotDraftedFromAndUnitsReadNothing() throws Exception {
        make("brief").andExpect(flash().attribute("refusal", containsString("还没有冻结")));
        reads("/desk/rounds/" + round.address() + "/briefs").andExpect(content().string(containsString("本轮还没有冻结")));
        office.freeze(round);
        make("other").andExpect(flash().attribute("refusal", containsString("请选择生成简报还是通报")));
        make("bulletin");
        for (String path : List.of("", "/bulletin-1", "/bulletin-1/behind", "/bulletin-1/file")) {
            String address = "/desk/rounds/" + round.address() + "/briefs" + path;
            web.perform(get(address).with(httpBasic("clerk350582", "duban"))).andExpect(status().isForbidden());
            web.perform(get(address).with(httpBasic("leader", "duban"))).andExpect(status().isOk());
        }
        for (String path : List.of("/bulletin-2", "/brief-1", "/bulletin-1/nothing", "/bulletin-2/file")) {
            reads("/desk/rounds/" + round.address() + "/briefs" + path).andExpect(status().isNotFound());
        }
        web.perform(post("/desk/rounds/" + round.address() + "/briefs")
                        .param("kind", "brief")
                        .with(httpBasic("leader", "duban"))
                        .with(pageToken()))
                .andExpect(status().isForbidden());
    }

    private ResultActions make(String kind) throws Exception {
        return web.perform(post("/desk/rounds/" + round.address() + "/briefs")
                .param("kind", kind)
                .with(httpBasic("coordinator", "duban"))
                .with(pageToken()));
    }

    private ResultActions reads(String path) throws Exception {
        return web.perform(get(URI.create(path)).with(httpBasic("coordinator", "duban")));
    }

    private String body(String path) throws Exception {
        String page =
                reads(path).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private String list(String kind, int version, String figure) {
        return "/desk/rounds/%s/briefs/%s-%d/%s".formatted(round.address(), kind, version, figure);
    }

    /** Lines of a list over all its pages. */
    private int lines(String path) throws Exception {
        int all = 0;
        for (String page = body(path); ; page = body(path + "?after=" + all)) {
            int rows = page.split("<tr>", -1).length - 2;
            all += Math.max(0, rows);
            if (!page.contains("下一页")) {
                return all;
            }
        }
    }

    private byte[] file(String kind, int version) throws Exception {
        return reads(list(kind, version, "file")).andReturn().getResponse().getContentAsByteArray();
    }

    private String text(String kind, int version) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file(kind, version)))) {
            List<String> texts = new ArrayList<>();
            document.getParagraphs().forEach(one -> texts.add(one.getText()));
            document.getTables().forEach(one -> texts.add(one.getText()));
            return String.join("\n", texts);
        }
    }

    private List<XWPFHyperlinkRun> links(String kind, int version) throws Exception {
        XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file(kind, version)));
        List<XWPFParagraph> paragraphs = new ArrayList<>(document.getParagraphs());
        document.getTables().forEach(table -> table.getRows()
                .forEach(row -> row.getTableCells().forEach(cell -> paragraphs.addAll(cell.getParagraphs()))));
        return paragraphs.stream()
                .flatMap(paragraph -> paragraph.getRuns().stream())
                .filter(XWPFHyperlinkRun.class::isInstance)
                .map(XWPFHyperlinkRun.class::cast)
                .toList();
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }
}
