package org.duban.deadline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duban.deadline.CalendarLoading;
import org.duban.deadline.CalendarYear;
import org.duban.deadline.MovingDeadline;
import org.duban.deadline.WorkingCalendar;
import org.duban.deadline.WorkingCalendars;
import org.duban.deadline.YearFile;
import org.duban.deadline.YearPreview;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendar as an office sees it: a year at a glance, and the loading of the next one in two steps. */
@Controller
@RequestMapping(CalendarPage.PATH)
class CalendarPage {

    static final String PATH = "/desk/settings/calendar";
    private static final String VIEW = "desk/settings/calendar";
    /** More rows than a person reads; the number of all is shown beside them. */
    private static final int MOST_MOVING = 200;

    private final WorkingCalendars calendars;
    private final CalendarLoading loading;
    private final CurrentActor actor;
    private final Clock clock;

    CalendarPage(WorkingCalendars calendars, CalendarLoading loading, CurrentActor actor, Clock clock) {
        this.calendars = calendars;
        this.loading = loading;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(required = false) Integer year, Model model, HttpServletRequest request) {
        return page(year == null ? LocalDate.now(clock).getYear() : year, model, request);
    }

    /** Reads the uploaded table and shows what it says and what it would move; nothing is stored yet. */
    @PostMapping("/preview")
    String preview(
            @RequestParam int year,
            @RequestParam String notice,
            @RequestParam MultipartFile file,
            Model model,
            HttpServletRequest request)
            throws IOException {
        requireLoader(request);
        String page = page(year, model, request);
        model.addAttribute("newYear", year);
        model.addAttribute("newNotice", notice);
        try {
            show(loading.preview(new CalendarYear(year, notice, YearFile.read(file.getBytes()))), model);
        } catch (Refusal refusal) {
            model.addAttribute("error", refusal.getMessage());
        }
        return page;
    }

    @PostMapping("/load")
    String load(
            @RequestParam int year,
            @RequestParam String notice,
            @RequestParam String table,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        requireLoader(request);
        try {
            byte[] text = table.getBytes(StandardCharsets.UTF_8);
            int moved = loading.load(new CalendarYear(year, notice, YearFile.read(text)), actor.get())
                    .moved();
            redirect.addFlashAttribute(
                    "message", year + " 年的放假安排已载入，" + (moved == 0 ? "没有期限因此变动。" : moved + " 个期限随之变动，已通知有关单位。"));
        } catch (Refusal refusal) {
            redirect.addFlashAttribute("error", refusal.getMessage());
        }
        return "redirect:" + PATH + "?year=" + year;
    }

    private String page(int asked, Model model, HttpServletRequest request) {
        WorkingCalendar calendar = calendars.current();
        int year = Math.min(Math.max(asked, 2000), 2100);
        TreeSet<Integer> years =
                calendar.years().stream().map(CalendarYear::year).collect(Collectors.toCollection(TreeSet::new));
        years.add(calendar.lastLoadedYear() + 1);
        years.add(year);
        model.addAttribute("year", year);
        model.addAttribute("years", years);
        model.addAttribute("loaded", calendar.year(year).orElse(null));
        model.addAttribute("version", loading.newest(year).orElse(null));
        model.addAttribute("workingDays", calendar.workingDays(year));
        model.addAttribute("months", MonthView.of(year, calendar));
        model.addAttribute("missingYear", loading.missingYear().orElse(null));
        model.addAttribute("mayLoad", mayLoad(request));
        model.addAttribute("newYear", calendar.lastLoadedYear() + 1);
        return VIEW;
    }

    private static void show(YearPreview preview, Model model) {
        List<MovingDeadline> moving = preview.moving();
        model.addAttribute("preview", preview);
        model.addAttribute("months", MonthView.of(preview.year().year(), preview.calendar()));
        model.addAttribute(
                "workingDays", preview.calendar().workingDays(preview.year().year()));
        model.addAttribute("moving", moving.subList(0, Math.min(moving.size(), MOST_MOVING)));
        model.addAttribute(
                "table",
                preview.year().days().stream()
                        .map(day -> day.date() + "," + day.kind().code() + "," + day.name())
                        .collect(Collectors.joining("\n")));
    }

    private static void requireLoader(HttpServletRequest request) {
        if (!mayLoad(request)) {
            throw new AccessDeniedException("only coordinators and administrators load a year");
        }
    }

    private static boolean mayLoad(HttpServletRequest request) {
        return request.isUserInRole("COORDINATOR") || request.isUserInRole("ADMIN");
    }
}
