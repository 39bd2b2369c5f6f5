package org.duban.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.duban.notice.Inbox;
import org.duban.notice.MessageFilter;
import org.duban.notice.MessageItem;
import org.duban.notice.MessagePage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The caller's messages. */
@RestController
@RequestMapping("/api/messages")
@Tag(name = "消息 / Messages")
class MessagesApi {

    private final Inbox inbox;

    MessagesApi(Inbox inbox) {
        this.inbox = inbox;
    }

    /** How many messages wait to be read. */
    @Schema(description = "未读条数 / Unread messages")
    record Unread(
            @Schema(description = "条数，没有未读则为空，100 条及以上为 99+ / Number, empty when none, 99+ from 100 on", example = "3")
            String unread) {}

    @GetMapping
    @Operation(
            summary = "查询消息 / List messages",
            description = "只列出发给本人所在单位、岗位以及代办同事的消息，最新的在前。 / Messages to the caller's own groups and to"
                    + " those of absent colleagues, the newest first; pass `next` as `after` to go on.")
    MessagePage messages(
            @Parameter(description = "只看未读 / Unread only") @RequestParam(required = false) Boolean unread,
            @Parameter(
                            description =
                                    "类别 / Kind: REMINDER, OVERDUE, PROPOSAL, DEADLINE_MOVED, REQUEST, CHASE, PAPER, INFORMATION")
                    @RequestParam(required = false)
                    String kind,
            @Parameter(description = "案号 / Case number") @RequestParam(name = "case", required = false) String caseNo,
            @Parameter(description = "每页条数，1 至 200 / Page size") @RequestParam(defaultValue = "50") int size,
            @Parameter(description = "上一页给出的 next / `next` of the page before") @RequestParam(required = false)
                    String after) {
        return inbox.page(MessageFilter.of(unread, kind, caseNo), size, after);
    }

    @GetMapping("/unread")
    @Operation(summary = "未读条数 / Count unread messages")
    Unread unread() {
        return new Unread(inbox.unreadInWords());
    }

    @GetMapping("/{id}")
    @Operation(summary = "查看一条消息 / One message", description = "查看不等于签阅。 / Looking does not sign for it.")
    MessageItem message(@PathVariable long id) {
        return inbox.message(id).orElseThrow(MessagesApi::noSuchMessage);
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "签阅 / Sign for a message",
            description = "同组最先签阅的一人即送达凭证；重复签阅不产生变化。 / The group's first is the proof of receipt; twice is once.")
    void read(@PathVariable long id) {
        if (!inbox.read(id)) {
            throw noSuchMessage();
        }
    }

    private static ResponseStatusException noSuchMessage() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
