package org.duban.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody of the city at a browser of their own: Chinese, in the city's time zone, logged in with the demo password. */
final class Officer {

    private final BrowserContext browser;
    private final Page page;
    private final String city;

    private Officer(BrowserContext browser, Page page, String city) {
        this.browser = browser;
        this.page = page;
        this.city = city;
    }

    /**
     * Logs in.
     *
     * @param city the address the application listens on, without a slash at its end
     * @param width of the window in pixels
     */
    static Officer logIn(Browser chromium, String city, String username, int width) {
        BrowserContext browser = chromium.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(width, 900)
                .setDeviceScaleFactor(1));
        // Several officers and the server share two cores.
        browser.setDefaultTimeout(30_000);
        Page page = browser.newPage();
        page.navigate(city + "/login");
        page.getByLabel("账号").fill(username);
        page.getByLabel("口令").fill("duban");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录"))
                .click();
        page.waitForURL(address -> !address.contains("/login"));
        return new Officer(browser, page, city);
    }

    Page page() {
        return page;
    }

    /** Opens one of Duban's own pages, for example {@code /desk}. */
    Page opens(String path) {
        page.navigate(city + path);
        return page;
    }

    Tasklist tasklist() {
        return new Tasklist(page, city);
    }

    void leaves() {
        browser.close();
    }
}
