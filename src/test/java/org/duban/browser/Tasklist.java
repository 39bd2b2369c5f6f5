package org.duban.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Camunda Tasklist as an officer meets it. */
final class Tasklist {

    private static final int LOOKS = 5;

    private final Page page;
    private final String city;

    Tasklist(Page page, String city) {
        this.page = page;
        this.city = city;
    }

    /** Opens the list of what waits, with nothing chosen. */
    Tasklist open() {
        // Another page first: an address that differs after its # alone loads nothing.
        page.navigate("about:blank");
        page.navigate(city + "/camunda/app/tasklist/default/");
        return this;
    }

    /** Searches the officer's list for one case. */
    Tasklist search(String caseNo) {
        String criterion = "[{\"type\":\"processVariables\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"caseNo\"}]"
                .formatted(caseNo);
        page.navigate("about:blank");
        page.navigate(city + "/camunda/app/tasklist/default/#/?searchQuery="
                + URLEncoder.encode(criterion, StandardCharsets.UTF_8));
        return this;
    }

    Page page() {
        return page;
    }

    /** The tasks on the first page of the list. */
    Locator tasks() {
        return page.locator(".tasks-list li.task");
    }

    Locator nothingFound() {
        return page.getByText("没有符合筛选条件的任务。");
    }

    /**
     * Opens the task of that name, which must come into the list, and claims it. Whoever looks before the engine has got
     * that far looks again: the list does not fill by itself.
     */
    TaskForm claim(String taskName) {
        Locator task = tasks().filter(new Locator.FilterOptions().setHasText(taskName));
        for (int look = 1; look < LOOKS && !comes(task); look++) {
            page.reload();
        }
        task.click();
        TaskForm form = new TaskForm(page);
        form.claim();
        return form;
    }

    private static boolean comes(Locator task) {
        try {
            task.waitFor(new Locator.WaitForOptions().setTimeout(15_000));
            return true;
        } catch (TimeoutError notYet) {
            return false;
        }
    }

    /** Opens a task by the address a case page links to. */
    Tasklist follow(String taskId) {
        page.navigate("about:blank");
        page.navigate(city + "/camunda/app/tasklist/default/#/?task=" + taskId);
        return this;
    }
}
