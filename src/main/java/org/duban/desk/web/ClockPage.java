package org.duban.desk.web;

import java.time.LocalDateTime;
import org.duban.kernel.Refusal;
import org.duban.launch.CityTime;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sample city's clock; an office has no such page. */
@Controller
@RequestMapping("/desk/settings/clock")
class ClockPage {

    private final CityTime time;
    private final Frame frame;

    ClockPage(CityTime time, Frame frame) {
        this.time = time;
        this.frame = frame;
    }

    @GetMapping
    String page(Model model) {
        guard();
        model.addAttribute("now", time.now());
        model.addAttribute("moved", time.moved());
        return "desk/settings/clock";
    }

    @PostMapping
    String move(
            @RequestParam(required = false) Integer days,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime to,
            RedirectAttributes answer) {
        guard();
        try {
            if (days != null) {
                time.forward(days);
            } else {
                time.moveTo(to);
            }
            answer.addFlashAttribute("message", "时钟已拨动。到期的事项几秒钟内自动处理。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/desk/settings/clock";
    }

    @PostMapping("/reset")
    String reset(RedirectAttributes answer) {
        guard();
        time.reset();
        answer.addFlashAttribute("message", "时钟已恢复为本机时间。");
        return "redirect:/desk/settings/clock";
    }

    private void guard() {
        if (!frame.sampleCity()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Administrators.only(frame);
    }
}
