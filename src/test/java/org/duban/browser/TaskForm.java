package org.duban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The form of the task that is open in Tasklist. Fields are named by what stands beside them. */
final class TaskForm {

    private static final String DROP = "([name, type, base64]) => {"
            + " const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));"
            + " const transfer = new DataTransfer();"
            + " transfer.items.add(new File([bytes], name, { type }));"
            + " return transfer; }";

    private final Page page;
    private final Locator form;

    TaskForm(Page page) {
        this.page = page;
        this.form = page.locator("form.df-form");
    }

    void claim() {
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("认领并填写"))
                .click();
        assertThat(form.locator("fieldset").first()).isEnabled();
    }

    Locator field(String label) {
        return form.getByLabel(label).first();
    }

    TaskForm fill(String label, String text) {
        field(label).fill(text);
        return this;
    }

    TaskForm fill(String label, LocalDate day) {
        return fill(label, day.toString());
    }

    TaskForm choose(String words) {
        form.getByLabel(words).check();
        return this;
    }

    /** One row of the plan's measures, counted from one. */
    Measure measure(int number) {
        return new Measure(form.locator(".df-table tbody tr").nth(number - 1));
    }

    /** The part of the form about one closure criterion. */
    Part criterion(String label) {
        return new Part(form.locator(".df-criterion").filter(new Locator.FilterOptions().setHasText(label)));
    }

    /** Where the form takes evidence, when it has but one place for it. */
    Part evidence() {
        return new Part(form.locator("[data-evidence]"));
    }

    List<Part> criteria() {
        return form.locator(".df-criterion").all().stream().map(Part::new).toList();
    }

    /** Submits and stays: the form has something to say. */
    TaskForm submit() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交办结"))
                .click();
        return this;
    }

    /** Submits and is done. */
    void complete() {
        submit();
        try {
            assertThat(page.getByText("请在列表中选择任务。")).isVisible();
        } catch (AssertionError stayed) {
            throw new AssertionError("the form stayed and said: " + form.innerText(), stayed);
        }
    }

    /** What the form says at its foot when it was not accepted. */
    Locator refusal() {
        return form.locator(".df-foot [role=alert]");
    }

    /** What an earlier step left to read beside the fields. */
    Locator panel(String title) {
        return form.locator(".df-panel")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title))));
    }

    Locator facts() {
        return form.locator(".df-top");
    }

    record Measure(Locator row) {

        Measure fill(String text, LocalDate dueOn, String person) {
            row.getByLabel("整改措施").fill(text);
            row.getByLabel("责任人").fill(person);
            return due(dueOn);
        }

        Measure due(LocalDate day) {
            row.getByLabel("完成时限").fill(day.toString());
            return this;
        }
    }

    record Part(Locator section) {

        Part write(String text) {
            section.locator("textarea").fill(text);
            return this;
        }

        Part met() {
            section.getByLabel("达到", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            return this;
        }

        /** Chooses a file from the disk. */
        Part attach(FilePayload file) {
            section.locator("input[type=file]").setInputFiles(file);
            return this;
        }

        /** Drags a file from the desktop onto the form. */
        Part drop(FilePayload file) {
            JSHandle transfer = section.page()
                    .evaluateHandle(
                            DROP,
                            List.of(
                                    file.name,
                                    file.mimeType,
                                    Base64.getEncoder().encodeToString(file.buffer)));
            section.locator(".df-drop").dispatchEvent("drop", Map.of("dataTransfer", transfer));
            return this;
        }

        private void kept(Runnable entry) {
            section.page().waitForResponse(answer -> answer.request().method().equals("PATCH"), entry);
        }

        /** Says when and where the one picture of this part was taken. */
        Part taken(LocalDate day, String place) {
            kept(() -> {
                section.getByLabel("拍摄日期").fill(day.toString());
                section.getByLabel("拍摄日期").blur();
            });
            kept(() -> {
                section.getByLabel("拍摄地点").fill(place);
                section.getByLabel("拍摄地点").blur();
            });
            return this;
        }
    }
}
