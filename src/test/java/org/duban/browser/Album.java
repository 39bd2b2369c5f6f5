package org.duban.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/** Where pictures of the screens are kept. */
record Album(Path folder) {

    /** A picture of what the window shows. */
    void keep(Page page, String name) {
        page.screenshot(options(name));
    }

    /** A picture of the whole page, however long. */
    void keepWhole(Page page, String name) {
        page.screenshot(options(name).setFullPage(true));
    }

    private Page.ScreenshotOptions options(String name) {
        return new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED);
    }
}
