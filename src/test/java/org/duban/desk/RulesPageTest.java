package org.duban.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.duban.DubanTest;
import org.duban.engine.Decisions;
import org.duban.engine.RuleBook;
import org.duban.engine.RuleBook.Upload;
import org.duban.kernel.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DubanTest
class RulesPageTest {

    private static final String PATH = "/desk/settings/rules";
    private static final String LADDER = "EscalationLadder";

    @Autowired
    MockMvc web;

    @Autowired
    RuleBook book;

    @Autowired
    Decisions decisions;

    @Test
    void theTablesAreListedAndReadInTheOfficesWords() throws Exception {
        as("coordinator", PATH)
                .andExpect(content().string(containsString("期限规则")))
                .andExpect(content().string(containsString("督办阶梯")))
                .andExpect(content().string(containsString("规则设置")));
        as("leader", PATH + "/DeadlineRule")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("10 个工作日内报送方案")))
                .andExpect(content().string(containsString(">制定方案<")))
                .andExpect(content().string(not(containsString(">UserTask_"))))
                .andExpect(content().string(not(containsString(">false<"))))
                .andExpect(content().string(containsString("自上而下，采用第一条符合的规则")))
                .andExpect(content().string(not(containsString("检查并启用"))));
    }

    @Test
    void noTableShowsARawCode() throws Exception {
        for (Decisions.Table table : decisions.all()) {
            String page = as("coordinator", PATH + "/" + table.key())
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            String shown = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
            assertThat(shown.replaceAll("<[^>]*>", "")).as(table.name()).doesNotContainPattern("[A-Za-z]{2}");
        }
    }

    @Test
    void theFileIsDownloadedAsItIsInForce() throws Exception {
        int version = version();
        as("coordinator", PATH + "/" + LADDER + "/" + version + "/file")
                .andExpect(header().string("Content-Disposition", containsString(LADDER + "-" + version + ".dmn")))
                .andExpect(content().bytes(inForce().getBytes(StandardCharsets.UTF_8)));
        as("coordinator", PATH + "/" + LADDER + "/999/file").andExpect(status().isNotFound());
        as("coordinator", PATH + "/Unknown").andExpect(status().isNotFound());
        as("coordinator", PATH + "/" + LADDER + "?version=999").andExpect(status().isNotFound());
    }

    @Test
    void anAdministratorsFileIsTheNextVersionAndTheOldOneCanStillBeRead() throws Exception {
        String before = inForce();
        int version = version();
        try {
            upload("admin", before.replace("剩 7 天提醒承办人", "剩 7 天提醒承办人及其同事"), "环委办〔2026〕6号")
                    .andExpect(redirectedUrl(PATH + "/" + LADDER))
                    .andExpect(flash().attribute("message", containsString("第 " + (version + 1) + " 版已启用")));
            as("admin", PATH + "/" + LADDER)
                    .andExpect(content().string(containsString("环委办〔2026〕6号")))
                    .andExpect(content().string(containsString("有改动")))
                    .andExpect(content().string(containsString("下载软件自带的文件")));
            as("coordinator", PATH + "/" + LADDER + "?version=" + version)
                    .andExpect(content().string(containsString("这是以前的一版")))
                    .andExpect(content().string(not(containsString("及其同事"))));
        } finally {
            book.publish(
                    new Upload(LADDER, version(), "x.dmn", before.getBytes(StandardCharsets.UTF_8), "恢复"),
                    Actor.of("admin", "管理员"));
        }
    }

    @Test
    void aWrongFileIsAnsweredRowByRowAndTheReasonStays() throws Exception {
        int version = version();
        upload("admin", inForce().replace("\"提醒负责人\"", "提醒负责人"), "环委办〔2026〕7号")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有启用，现行规则不变")))
                .andExpect(content().string(containsString("“措施”：内容 提醒负责人 读不出值")))
                .andExpect(content().string(containsString("环委办〔2026〕7号</textarea>")));
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void nobodyButAnAdministratorChangesRules() throws Exception {
        int version = version();
        for (String other : new String[] {"coordinator", "leader", "auditor", "clerk350582"}) {
            upload(other, inForce().replace("&lt;= 7", "&lt;= 8"), "随便改改").andExpect(status().isForbidden());
        }
        as("clerk350582", PATH).andExpect(status().isForbidden());
        assertThat(version()).isEqualTo(version);
    }

    private ResultActions as(String who, String path) throws Exception {
        return web.perform(get(path).with(httpBasic(who, "duban")));
    }

    private ResultActions upload(String who, String dmn, String reason) throws Exception {
        return web.perform(multipart(PATH + "/" + LADDER)
                .file(new MockMultipartFile(
                        "file", LADDER + ".dmn", "application/xml", dmn.getBytes(StandardCharsets.UTF_8)))
                .param("basedOn", String.valueOf(version()))
                .param("reason", reason)
                .with(pageToken())
                .with(httpBasic(who, "duban")));
    }

    private int version() {
        return book.versions(LADDER).get(0).table().version();
    }

    private String inForce() {
        return new String(book.file(LADDER, version()).orElseThrow(), StandardCharsets.UTF_8);
    }
}
