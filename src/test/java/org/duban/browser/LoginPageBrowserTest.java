package org.duban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.duban.DubanTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

@DubanTest
@ExtendWith(Chromium.class)
class LoginPageBrowserTest {

    @LocalServerPort
    int port;

    @Test
    void clerkLogsInOnceAndStandsInTasklist() {
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            Page page = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN"))
                    .newPage();
            page.navigate("http://127.0.0.1:" + port + "/login");
            page.getByLabel("账号").fill("clerk350582");
            page.getByLabel("口令").fill("duban");
            page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)
                    .getByText("登录")
                    .click();
            assertThat(page.getByText("一周内到期")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        }
    }
}
