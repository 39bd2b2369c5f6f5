package org.duban.notice.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.kernel.Refusal;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.PaperType;
import org.duban.notice.paper.Papers;
import org.duban.notice.service.store.ChannelStore;
import org.springframework.stereotype.Component;

/**
 * Hands the paper to the unit's own system: one POST of JSON with the file inside, signed with the secret the two share,
 * with a key that tells a repeated one from a new one. Any answer of 200 to 299 is a receipt; it follows nobody elsewhere.
 */
@Component
class WebhookCarrier implements Carrier {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ChannelStore channels;
    private final WebhookAddress addresses;
    private final Papers papers;
    private final ObjectMapper json;
    private final Clock clock;

    WebhookCarrier(ChannelStore channels, WebhookAddress addresses, Papers papers, ObjectMapper json, Clock clock) {
        this.channels = channels;
        this.addresses = addresses;
        this.papers = papers;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Carried carry(Delivery delivery, Paper paper) {
        UnitChannels set = channels.of(delivery.unit()).orElse(UnitChannels.none(delivery.unit()));
        if (set.webhook() == null) {
            throw new Undeliverable(null, "单位的系统接口已被清空，请在设置中补上后重试。", null);
        }
        try {
            URI address = addresses.checked(set.webhook());
            addresses.reachable(address);
            int status = client.send(request(address, set, delivery, paper), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status < 200 || status > 299) {
                throw new Undeliverable(set.webhook(), "对方系统没有接收，答复码 " + status + "。请联系该单位检查接口后重试。", null);
            }
            return new Carried(set.webhook(), "对方系统已接收，答复码 " + status + "。");
        } catch (Refusal refusal) {
            throw new Undeliverable(set.webhook(), refusal.getMessage(), refusal);
        } catch (IOException e) {
            throw new Undeliverable(set.webhook(), "连接不上对方系统，或者对方没有按时答复。请联系该单位检查接口后重试。", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undeliverable(set.webhook(), "系统正在停止，发送中断，将自动重试。", e);
        }
    }

    private HttpRequest request(URI address, UnitChannels set, Delivery delivery, Paper paper)
            throws JsonProcessingException {
        byte[] body = json.writeValueAsBytes(content(delivery, paper));
        String at = String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", "duban-delivery-" + delivery.id())
                .header("X-Duban-Timestamp", at)
                .header("X-Duban-Signature", "sha256=" + WebhookSignature.of(set.secret(), at, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private Map<String, Object> content(Delivery delivery, Paper paper) {
        byte[] file = papers.file(paper.id()).orElseThrow();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("event", ServiceFact.SERVED);
        content.put("delivery", delivery.id());
        content.put("caseNo", paper.caseNo().value());
        content.put("kind", paper.kind().name());
        content.put("title", paper.title());
        content.put("number", paper.number());
        content.put("unit", delivery.unit().value());
        content.put("copy", delivery.copy());
        content.put("issuedAt", paper.issuedAt().toString());
        Map<String, Object> attached = new LinkedHashMap<>();
        attached.put("name", paper.fileName());
        attached.put("mediaType", PaperType.DOCX);
        attached.put("sha256", paper.sha256());
        attached.put("base64", Base64.getEncoder().encodeToString(file));
        content.put("file", attached);
        return content;
    }
}
