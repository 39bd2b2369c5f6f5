package org.duban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.duban.DubanTest;
import org.duban.launch.CityClock;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The coordinator's way: drop, look, confirm. */
@DubanTest
class ImportPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    CityClock clock;

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void droppedFileIsShownBeforeItIsImported() throws Exception {
        // Later than any other test's imports, or the list of the latest would not show it.
        clock.freezeAt(Instant.parse("2098-06-02T01:00:00Z"));
        String checked = upload("序号,问题来源,行政区域,具体问题,责任单位,经办人\n1,页面,晋江市,河道垃圾,晋江市,某某\n");

        assertThat(page(checked)).contains("检查完毕", "将新增", "确认导入", "经办人");

        String imported = web.perform(
                        post(checked + "/confirm").with(pageToken()).with(httpBasic("coordinator", "duban")))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(page(imported)).contains("导入完成", "已新增");
        assertThat(page(imported + "/outcome")).contains("已新增").doesNotContain("<html");
        assertThat(page("/desk/import")).contains("最近的导入", "清单.csv");
    }

    @Test
    void faultsAreShownWithRemedyAndGoodRowsMayGoAhead() throws Exception {
        String checked = upload("序号,问题来源,具体问题,责任单位\n1,页面错,河道垃圾,晋江市\n2,页面错,噪声,火星市\n");

        assertThat(page(checked)).contains("火星市", "不存在", "只导入无误的 1 行", "下载退回的行").doesNotContain("确认导入");
    }

    @Test
    void editsAreShownFromOldToNew() throws Exception {
        String file = "序号,问题来源,具体问题,整改措施\n1,页面改,河道垃圾,打捞\n";
        web.perform(post(upload(file) + "/confirm").with(pageToken()).with(httpBasic("coordinator", "duban")));

        assertThat(page(upload(file.replace("打捞", "打捞并巡查")))).contains("修改的内容", "打捞并巡查", "将更新");
        assertThat(page(upload(file))).contains("文件与台账完全一致");
    }

    @Test
    void unreadableFileSaysWhyOnTheSamePage() throws Exception {
        web.perform(multipart("/desk/import")
                        .file(file("%PDF-1.4"))
                        .with(pageToken())
                        .with(httpBasic("coordinator", "duban")))
                .andExpect(redirectedUrl("/desk/import"))
                .andExpect(flash().attribute("error", Matchers.containsString("不是表格")));
    }

    private String upload(String content) throws Exception {
        return web.perform(multipart("/desk/import")
                        .file(file(content))
                        .with(pageToken())
                        .with(httpBasic("coordinator", "duban")))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private String page(String address) throws Exception {
        return web.perform(get(address).with(httpBasic("coordinator", "duban")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("file", "清单.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }
}
