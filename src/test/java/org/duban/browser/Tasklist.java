package org.duban.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Camunda Tasklist as an officer meets it. */
final class Tasklist {

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

    /** Opens the task of that name, which must be in the list, and claims it. */
    TaskForm claim(String taskName) {
        tasks().filter(new Locator.FilterOptions().setHasText(taskName)).click();
        TaskForm form = new TaskForm(page);
        form.claim();
        return form;
    }

    /** Opens a task by the address a case page links to. */
    Tasklist follow(String taskId) {
        page.navigate("about:blank");
        page.navigate(city + "/camunda/app/tasklist/default/#/?task=" + taskId);
        return this;
    }
}
