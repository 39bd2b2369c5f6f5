package org.duban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Instant;
import java.util.List;
import org.duban.DubanTest;
import org.duban.notice.MessageKind;
import org.duban.notice.Messages;
import org.duban.notice.NewMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The bell: from Tasklist to the messages and to one fewer. */
@DubanTest
@ExtendWith(Chromium.class)
class BellBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Messages messages;

    @Test
    void theBellInTasklistLeadsToTheMessagesAndCountsDownAsTheyAreSignedFor() {
        messages.post(List.of(message("bell/1"), message("bell/2")));
        messages.release();
        try (Playwright playwright = Chromium.playwright();
                Browser chromium = Chromium.launch(playwright)) {
            Officer head = Officer.logIn(chromium, "http://127.0.0.1:" + port, "head350502", 390);
            Page page = head.tasklist().open().page();
            Locator bell = page.locator(".duban-bell");
            assertThat(bell).hasText("消息2", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            bell.click();
            page.locator(".message-unread")
                    .first()
                    .getByText("签阅", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("#bell")).hasText("消息1");
            assertThat(page.locator(".message-unread")).hasCount(1);
            head.leaves();
        }
    }

    private static NewMessage message(String key) {
        return new NewMessage(
                key, null, null, "unit350502head", MessageKind.INFORMATION, "放假安排", "放假安排已载入。", null, Instant.EPOCH);
    }
}
