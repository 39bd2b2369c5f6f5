package org.duban.notice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Map;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.launch.CityClock;
import org.duban.notice.paper.Drafts;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.Papers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@DubanTest
class PapersPageTest {

    private static final Actor LI = Actor.of("coordinator", "李协调");
    private static final CaseNo CASE = CaseNo.of("HP2065-000031");

    @Autowired
    MockMvc web;

    @Autowired
    Papers papers;

    @Autowired
    Services services;

    @Autowired
    ChannelSettings settings;

    @Autowired
    PaperPost mails;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CityClock clock;

    private Paper paper;

    @BeforeEach
    void serveOne() {
        clock.freezeAt(Instant.parse("2065-04-05T02:00:00Z"));
        paper = transaction.execute(status -> {
            Paper issued = papers.issue(Drafts.warning(CASE, Map.of()), LI);
            services.serve(issued);
            return issued;
        });
    }

    @AfterEach
    void now() {
        settings.save(Drafts.JINJIANG, null, null, LI);
        clock.reset();
    }

    @Test
    void thoseItConcernsDownloadItAndToOthersThereIsNone() throws Exception {
        for (String somebody :
                new String[] {"coordinator", "leader", "auditor", "admin", "clerk350582", "head350582", "clerk350521"
                }) {
            open(somebody, get(paper.link()))
                    .andExpect(status().isOk())
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(content().bytes(papers.file(paper.id()).orElseThrow()));
        }
        open("clerk350503", get(paper.link())).andExpect(status().isNotFound());
        open("clerk350503", get(paper.link() + "/service")).andExpect(status().isNotFound());
        open("coordinator", get("/desk/papers/999999999")).andExpect(status().isNotFound());
    }

    @Test
    void theListShowsAUnitItsOwnPapersOnly() throws Exception {
        open("coordinator", get("/desk/papers?q=" + paper.number()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(paper.number())))
                .andExpect(content().string(containsString("待发送")));
        open("clerk350582", get("/desk/papers")).andExpect(content().string(containsString(paper.number())));
        open("clerk350503", get("/desk/papers")).andExpect(content().string(not(containsString(paper.number()))));
        for (PaperState state : PaperState.values()) {
            open("coordinator", get("/desk/papers?state=" + state + "&kind=WARNING&unit=350582&before=999999999"))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(
                                    state == PaperState.WAITING
                                            ? containsString(paper.number())
                                            : not(containsString(paper.number()))));
        }
        open("coordinator", get("/desk/papers?state=x&kind=y&unit=%3Cb%3E")).andExpect(status().isOk());
    }

    @Test
    void whatDidNotArriveIsSeenAndMendedByTheCoordinatorAlone() throws Exception {
        try (Hook hook = new Hook()) {
            hook.status = 500;
            CaseNo no = CaseNo.of("HP2065-000032");
            settings.save(Drafts.JINJIANG, null, hook.address(), LI);
            Paper failing = transaction.execute(status -> {
                Paper issued = papers.issue(Drafts.warning(no, Map.of()), LI);
                services.serve(issued);
                return issued;
            });
            mails.round(no);
            mails.round(no);
            mails.round(no);
            open("coordinator", get("/desk/papers"))
                    .andExpect(content().string(containsString("份文书没有送到，需要处理")))
                    .andExpect(content().string(containsString("次文书送达没有成功")));
            open("coordinator", get(failing.link() + "/service"))
                    .andExpect(content().string(containsString("答复码 500")))
                    .andExpect(content().string(containsString("重新发送")))
                    .andExpect(content().string(containsString("改用其他方式送达")));
            long delivery = services.of(failing.id()).stream()
                    .filter(one -> one.state() == DeliveryState.FAILED)
                    .findFirst()
                    .orElseThrow()
                    .id();
            String there = failing.link() + "/deliveries/" + delivery;
            open("leader", get(failing.link() + "/service")).andExpect(content().string(not(containsString("重新发送"))));
            open("leader", post(there + "/retry").with(pageToken())).andExpect(status().isForbidden());
            open("clerk350582", post(there + "/by-hand").with(pageToken())).andExpect(status().isForbidden());
            open("coordinator", post(there + "/by-hand").param("note", "当面送交").with(pageToken()))
                    .andExpect(redirectedUrl(failing.link() + "/service"))
                    .andExpect(flash().attribute("refusal", containsString("送达日期")));
            open("coordinator", post(there + "/retry").with(pageToken()))
                    .andExpect(flash().attribute("message", containsString("正在重新发送")));
            mails.round(no);
            mails.round(no);
            mails.round(no);
            open(
                            "coordinator",
                            post(there + "/by-hand")
                                    .param("servedOn", "2065-04-05")
                                    .param("note", "当面送交办公室王主任")
                                    .with(pageToken()))
                    .andExpect(flash().attribute("message", containsString("已登记人工送达")));
            open("coordinator", get(failing.link() + "/service"))
                    .andExpect(content().string(containsString("当面送交办公室王主任")));
        }
    }

    @Test
    void templatesAreChangedByCoordinatorsAndAdministrators() throws Exception {
        open("leader", get("/desk/settings/templates"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("约谈记录")));
        open("coordinator", get("/desk/settings/templates/WARNING"))
                .andExpect(content().string(containsString("{{整改要求}}")));
        open("coordinator", get("/desk/settings/templates/WARNING/1/file")).andExpect(status().isOk());
        open("coordinator", get("/desk/settings/templates/NOTHING")).andExpect(status().isNotFound());
        open("clerk350582", get("/desk/settings/templates")).andExpect(status().isForbidden());
        MockMultipartFile file = new MockMultipartFile("file", "a.docx", null, "x".getBytes());
        open(
                        "coordinator",
                        multipart("/desk/settings/templates/WARNING")
                                .file(file)
                                .param("basedOn", "1")
                                .param("reason", "按新规定修改")
                                .with(pageToken()))
                .andExpect(content().string(containsString("这不是 Word 文件")))
                .andExpect(content().string(containsString("按新规定修改")));
        open(
                        "leader",
                        multipart("/desk/settings/templates/WARNING")
                                .file(file)
                                .param("basedOn", "1")
                                .with(pageToken()))
                .andExpect(status().isForbidden());
        open(
                        "coordinator",
                        post("/desk/settings/templates/WARNING/letterhead")
                                .param("mark", "泉环委〔警")
                                .with(pageToken()))
                .andExpect(flash().attribute("refusal", containsString("请填写")));
    }

    @Test
    void addressesAreSetByAdministratorsOnly() throws Exception {
        open("coordinator", get("/desk/settings/channels?unit=350582"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("由管理员修改")));
        open(
                        "coordinator",
                        post("/desk/settings/channels").param("unit", "350582").with(pageToken()))
                .andExpect(status().isForbidden());
        open(
                        "admin",
                        post("/desk/settings/channels")
                                .param("unit", "350582")
                                .param("webhook", "https://127.0.0.1/x")
                                .with(pageToken()))
                .andExpect(flash().attributeExists("secret"));
        assertThat(settings.all()).anyMatch(one -> one.unit().equals(Drafts.JINJIANG) && one.webhook() != null);
        open("admin", get("/desk/settings/channels?unit=350582"))
                .andExpect(content().string(containsString("https://127.0.0.1/x")));
    }

    private ResultActions open(String username, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic(username, "duban")));
    }
}
