package org.duban.notice.service.web;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.notice.service.ChannelSettings;
import org.duban.notice.service.UnitChannels;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.organisation.Units;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 送达设置: where each unit takes papers besides its inbox. Administrators set it, because papers leave the house there. */
@Controller
@RequestMapping("/desk/settings/channels")
class ChannelsPage {

    private final ChannelSettings settings;
    private final Units units;
    private final CurrentActor actor;

    ChannelsPage(ChannelSettings settings, Units units, CurrentActor actor) {
        this.settings = settings;
        this.units = units;
        this.actor = actor;
    }

    @GetMapping
    String list(@RequestParam(required = false) String unit, Model model) {
        Map<UnitCode, UnitChannels> set =
                settings.all().stream().collect(Collectors.toMap(UnitChannels::unit, Function.identity()));
        model.addAttribute("units", units.workable());
        model.addAttribute("set", set);
        model.addAttribute("admin", admin());
        model.addAttribute("mailReady", settings.mailReady());
        units.workable().stream()
                .filter(one -> one.code().value().equals(unit))
                .findFirst()
                .ifPresent(one -> {
                    model.addAttribute("unit", one);
                    model.addAttribute("channels", set.get(one.code()));
                });
        return "desk/settings/channels";
    }

    @PostMapping
    String save(
            @RequestParam String unit,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String webhook,
            RedirectAttributes answer) {
        if (!admin()) {
            throw new AccessDeniedException("administrators only");
        }
        try {
            Optional<String> secret = settings.save(UnitCode.of(unit), mail, webhook, actor.get());
            secret.ifPresent(one -> answer.addFlashAttribute("secret", one));
            answer.addFlashAttribute("message", "已保存，此后送达的文书使用。");
        } catch (Refusal refused) {
            answer.addFlashAttribute("refusal", refused.getMessage());
            answer.addFlashAttribute("typed", Map.of("mail", mail, "webhook", webhook));
        }
        answer.addAttribute("unit", unit);
        return "redirect:/desk/settings/channels";
    }

    private boolean admin() {
        return actor.roles().contains(Role.ADMIN);
    }
}
