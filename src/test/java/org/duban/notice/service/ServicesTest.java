package org.duban.notice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.launch.CityClock;
import org.duban.notice.paper.Drafts;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.Papers;
import org.duban.notice.paper.WordText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@DubanTest
@RecordApplicationEvents
class ServicesTest {

    private static final Actor LI = Actor.of("coordinator", "李协调");
    private static final Actor CLERK = Actor.of("clerk350582", "晋江承办人");
    private static final UnitCode JINJIANG = Drafts.JINJIANG;
    private static final AtomicInteger SERIAL = new AtomicInteger(100);

    @Autowired
    Papers papers;

    @Autowired
    Services services;

    @Autowired
    Dispatch dispatch;

    @Autowired
    HandService hands;

    @Autowired
    ChannelSettings settings;

    @Autowired
    FinishedWork finished;

    @Autowired
    PaperPost post;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CityClock clock;

    @Autowired
    ObjectMapper json;

    @Autowired
    ApplicationEvents events;

    private final CaseNo no = CaseNo.of("HP2066-%06d".formatted(SERIAL.incrementAndGet()));
    private GreenMail mails;

    @BeforeEach
    void openTheMailServer() {
        clock.freezeAt(Instant.parse("2066-03-05T02:00:00Z"));
        mails = new GreenMail(new ServerSetup(sender.getPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
    }

    @AfterEach
    void closeIt() {
        mails.stop();
        List.of(JINJIANG, Drafts.HUIAN).forEach(unit -> settings.save(unit, null, null, LI));
        clock.reset();
    }

    @Test
    void withoutSettingsOnlyTheInboxIsUsed() {
        Paper paper = served();
        assertThat(services.of(paper.id()))
                .extracting(Delivery::unit, Delivery::copy, Delivery::channel, Delivery::state)
                .containsExactly(
                        tuple(JINJIANG, false, Channel.INBOX, DeliveryState.WAITING),
                        tuple(Drafts.HUIAN, true, Channel.INBOX, DeliveryState.WAITING));
        post.round(no);
        assertThat(services.of(no)).allMatch(one -> one.state() == DeliveryState.SENT);
        assertThat(facts(ServiceFact.SERVED)).hasSize(2);
        assertThat(post.jobs(no)).isEmpty();
    }

    @Test
    void aMailCarriesTheFileItself() throws Exception {
        settings.save(JINJIANG, "hb@jinjiang.example.gov.cn", null, LI);
        Paper paper = served();
        post.round(no);
        Delivery mail = delivery(paper, Channel.MAIL);
        assertThat(mail.state()).isEqualTo(DeliveryState.SENT);
        assertThat(mail.sentTo()).isEqualTo("hb@jinjiang.example.gov.cn");
        MimeMessage arrived = mails.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("【送达】黄牌警示通知书 " + paper.number());
        assertThat(arrived.getMessageID()).matches("<duban-" + mail.id() + "-[0-9a-f]{16}@example.gov.cn>");
        Multipart parts = (Multipart) arrived.getContent();
        BodyPart attached = parts.getBodyPart(1);
        assertThat(MimeUtility.decodeText(attached.getFileName())).isEqualTo(paper.fileName());
        assertThat(attached.getInputStream().readAllBytes())
                .isEqualTo(papers.file(paper.id()).orElseThrow());
        assertThat(WordText.of(attached.getInputStream().readAllBytes())).contains(paper.number());
    }

    @Test
    void runningTwiceSendsOnce() {
        settings.save(JINJIANG, "hb@jinjiang.example.gov.cn", null, LI);
        Paper paper = served();
        services.serve(paper);
        post.round(no);
        Delivery mail = delivery(paper, Channel.MAIL);
        dispatch.send(mail.id(), false);
        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThat(services.of(paper.id())).hasSize(3);
        assertThat(facts(ServiceFact.SERVED)).hasSize(3);
    }

    @Test
    void whatRollsBackSendsNothing() {
        settings.save(JINJIANG, "hb@jinjiang.example.gov.cn", null, LI);
        transaction.executeWithoutResult(status -> {
            services.serve(papers.issue(Drafts.warning(no, Map.of()), LI));
            status.setRollbackOnly();
        });
        assertThat(post.jobs(no)).isEmpty();
        assertThat(services.of(no)).isEmpty();
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void aPaperTakenBackBeforeSendingIsNotSent() {
        settings.save(JINJIANG, "hb@jinjiang.example.gov.cn", null, LI);
        Paper paper = served();
        papers.withdraw(paper.id(), "对象有误", LI);
        post.round(no);
        assertThat(services.of(no))
                .allMatch(one -> one.state() == DeliveryState.NOT_SENT)
                .allMatch(one -> one.result().equals("文书已撤回，未发送：对象有误"));
        assertThat(mails.getReceivedMessages()).isEmpty();
        assertThat(facts(ServiceFact.NOT_SENT)).hasSize(3);
        assertThatThrownBy(() -> services.signFor(paper.id(), CLERK)).hasMessageContaining("已撤回");
    }

    @Test
    void nothingIsSentOfWorkThatIsDone() {
        settings.save(JINJIANG, "hb@jinjiang.example.gov.cn", null, LI);
        served();
        finished.done.add(no);
        post.round(no);
        assertThat(services.of(no)).allMatch(one -> one.state() == DeliveryState.NOT_SENT);
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void aWebhookIsSignedAndCarriesTheFile() throws Exception {
        try (Hook hook = new Hook()) {
            String secret = settings.save(JINJIANG, null, hook.address(), LI).orElseThrow();
            assertThat(settings.save(JINJIANG, null, hook.address(), LI)).isEmpty();
            Paper paper = served();
            post.round(no);
            Delivery delivery = delivery(paper, Channel.WEBHOOK);
            assertThat(delivery.state()).isEqualTo(DeliveryState.SENT);
            Hook.Call call = hook.calls.get(0);
            assertThat(call.headers()).containsEntry("Idempotency-Key", "duban-delivery-" + delivery.id());
            assertThat(call.headers().get("X-Duban-Signature"))
                    .isEqualTo("sha256="
                            + WebhookSignature.of(secret, call.headers().get("X-Duban-Timestamp"), call.body()));
            JsonNode body = json.readTree(call.body());
            assertThat(body.get("number").asText()).isEqualTo(paper.number());
            assertThat(Base64.getDecoder().decode(body.at("/file/base64").asText()))
                    .isEqualTo(papers.file(paper.id()).orElseThrow());
        }
    }

    @Test
    void whatCannotBeDeliveredIsTriedAgainThenAnIncidentAndGoesOutOnRetry() throws Exception {
        try (Hook hook = new Hook()) {
            settings.save(JINJIANG, null, hook.address(), LI);
            Paper paper = served();
            hook.status = 503;
            post.round(no);
            assertThat(delivery(paper, Channel.WEBHOOK).state()).isEqualTo(DeliveryState.WAITING);
            assertThat(delivery(paper, Channel.WEBHOOK).result()).contains("答复码 503");
            assertThat(post.incidents(no)).isZero();
            post.round(no);
            post.round(no);
            Delivery failed = delivery(paper, Channel.WEBHOOK);
            assertThat(failed.state()).isEqualTo(DeliveryState.FAILED);
            assertThat(failed.attempts()).isEqualTo(3);
            assertThat(post.incidents(no)).isEqualTo(1);
            assertThat(facts(ServiceFact.DELIVERY_FAILED)).hasSize(3);

            hook.status = 204;
            hands.retry(failed.id());
            post.round(no);
            assertThat(delivery(paper, Channel.WEBHOOK).state()).isEqualTo(DeliveryState.SENT);
            assertThat(post.jobs(no)).isEmpty();
            assertThat(hook.calls).hasSize(4);
            assertThat(hook.calls)
                    .extracting(call -> call.headers().get("Idempotency-Key"))
                    .containsOnly("duban-delivery-" + failed.id());
            assertThatThrownBy(() -> hands.retry(failed.id())).hasMessageContaining("不需要重试");
        }
    }

    @Test
    void aMailServerThatIsAwayIsSaidSo() {
        settings.save(JINJIANG, "hb@jinjiang.example.gov.cn", null, LI);
        mails.stop();
        Paper paper = served();
        post.round(no);
        assertThat(delivery(paper, Channel.MAIL).result()).startsWith("连接不上邮件服务器");
    }

    @Test
    void servedByHandInsteadEndsTheIncident() throws Exception {
        try (Hook hook = new Hook()) {
            settings.save(JINJIANG, null, hook.address(), LI);
            Paper paper = served();
            hook.status = 500;
            post.round(no);
            post.round(no);
            post.round(no);
            Delivery failed = delivery(paper, Channel.WEBHOOK);
            LocalDate today = LocalDate.of(2066, 3, 5);
            assertThatThrownBy(() -> hands.byHand(failed.id(), today.plusDays(1), "当面送交", LI))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("不能晚于今天");
            hands.byHand(failed.id(), today, "当面送交办公室王主任", LI);
            post.round(no);
            assertThat(delivery(paper, Channel.WEBHOOK).state()).isEqualTo(DeliveryState.REPLACED);
            Delivery hand = delivery(paper, Channel.HAND);
            assertThat(hand.result()).isEqualTo("当面送交办公室王主任");
            assertThat(hand.byHand()).isEqualTo("李协调");
            assertThat(post.jobs(no)).isEmpty();
            assertThat(hook.calls).hasSize(3);
        }
    }

    @Test
    void nobodyIsLedElsewhere() throws Exception {
        try (Hook hook = new Hook();
                Hook elsewhere = new Hook()) {
            settings.save(JINJIANG, null, hook.address(), LI);
            hook.status = 302;
            hook.location = elsewhere.address();
            Paper paper = served();
            post.round(no);
            assertThat(elsewhere.calls).isEmpty();
            assertThat(delivery(paper, Channel.WEBHOOK).result()).contains("答复码 302");
        }
    }

    @Test
    void theFirstSignatureCounts() {
        Paper paper = served();
        services.signFor(paper.id(), CLERK);
        services.signFor(paper.id(), Actor.of("head350582", "晋江负责人"));
        assertThat(services.of(paper.id()))
                .filteredOn(one -> !one.copy())
                .allMatch(one -> one.receipt().by().username().equals("clerk350582"));
        assertThat(services.of(paper.id())).filteredOn(Delivery::copy).allMatch(one -> one.receipt() == null);
        assertThat(facts(ServiceFact.SIGNED_FOR)).hasSize(1);
    }

    @Test
    void addressesAreChecked() {
        for (String wrong : List.of("hb", "a@b@c", "王 <hb@x.cn>", "hb@x.cn\r\nBcc: y@z.cn", "hb@x.cn, y@z.cn")) {
            assertThatThrownBy(() -> settings.save(JINJIANG, wrong, null, LI))
                    .as(wrong)
                    .isInstanceOf(Refusal.class);
        }
        for (String wrong : List.of(
                "ftp://x.cn",
                "//x.cn/a",
                "http://a:b@127.0.0.1/",
                "http://169.254.169.254/latest",
                "http://0.0.0.0/",
                "x")) {
            assertThatThrownBy(() -> settings.save(JINJIANG, null, wrong, LI))
                    .as(wrong)
                    .isInstanceOf(Refusal.class);
        }
        WebhookAddress office = new WebhookAddress(false);
        assertThatThrownBy(() -> office.reachable(office.checked("http://127.0.0.1:8080/x")))
                .hasMessageContaining("不能指向本机或保留地址");
        assertThatThrownBy(() -> office.reachable(office.checked("http://[::1]/x")))
                .isInstanceOf(Refusal.class);
    }

    private Paper served() {
        return transaction.execute(status -> {
            Paper paper = papers.issue(Drafts.warning(no, Map.of()), LI);
            services.serve(paper);
            return paper;
        });
    }

    private Delivery delivery(Paper paper, Channel channel) {
        return services.of(paper.id()).stream()
                .filter(one -> one.channel() == channel && !one.copy())
                .findFirst()
                .orElseThrow();
    }

    private List<ServiceFact> facts(String type) {
        return events.stream(ServiceFact.class)
                .filter(fact -> fact.type().equals(type) && fact.caseNo().equals(no))
                .toList();
    }
}
