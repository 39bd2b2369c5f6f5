package org.duban.notice.service;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.PaperType;
import org.duban.notice.paper.Papers;
import org.duban.notice.service.store.ChannelStore;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends the paper as an attachment. The Message-ID comes from the delivery's number, so that a mail sent twice after a crash
 * is one to whoever receives it.
 */
@Component
class MailCarrier implements Carrier {

    private final ObjectProvider<JavaMailSender> sender;
    private final ChannelStore channels;
    private final Papers papers;
    private final Units units;
    private final Clock clock;
    private final String from;

    MailCarrier(
            ObjectProvider<JavaMailSender> sender,
            ChannelStore channels,
            Papers papers,
            Units units,
            Clock clock,
            @Value("${duban.notice.mail-from}") String from) {
        this.sender = sender;
        this.channels = channels;
        this.papers = papers;
        this.units = units;
        this.clock = clock;
        this.from = from.strip();
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean ready() {
        return sender.getIfAvailable() != null && !from.isEmpty();
    }

    @Override
    public Carried carry(Delivery delivery, Paper paper) {
        String to = channels.of(delivery.unit()).map(UnitChannels::mail).orElse(null);
        if (to == null) {
            throw new Undeliverable(null, "单位的电子邮箱已被清空，请在设置中补上后重试。", null);
        }
        JavaMailSender by = sender.getIfAvailable();
        if (by == null || from.isEmpty()) {
            throw new Undeliverable(to, "系统没有设置发信服务器或发件人地址，请管理员设置后重试。", null);
        }
        try {
            by.send(mail(by.createMimeMessage(), delivery, paper, to));
            return new Carried(to, "邮件服务器已接收。");
        } catch (MailException | MessagingException e) {
            throw new Undeliverable(to, MailFaults.words(e), e);
        }
    }

    private MimeMessage mail(MimeMessage mail, Delivery delivery, Paper paper, String to) throws MessagingException {
        MimeMessageHelper helper = new MimeMessageHelper(mail, true, "UTF-8");
        helper.setFrom(from);
        helper.setTo(to);
        helper.setSubject("【" + (delivery.copy() ? "抄送" : "送达") + "】" + paper.title() + " " + paper.number());
        helper.setText(text(delivery, paper));
        helper.setSentDate(Date.from(clock.instant()));
        helper.addAttachment(
                paper.fileName(), new ByteArrayResource(papers.file(paper.id()).orElseThrow()), PaperType.DOCX);
        mail.setHeader("Message-ID", messageId(delivery, paper));
        return mail;
    }

    private String messageId(Delivery delivery, Paper paper) {
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return "<duban-" + delivery.id() + "-" + paper.sha256().substring(0, 16) + "@" + domain + ">";
    }

    private String text(Delivery delivery, Paper paper) {
        String unit = units.byCode(delivery.unit())
                .map(Unit::name)
                .orElse(delivery.unit().value());
        String what = "《" + paper.title() + "》（" + paper.number() + "）";
        String wish =
                delivery.copy() ? "现将" + what + "抄送你单位，请知悉。原文见附件。" : "现将" + what + "送达你单位，原文见附件。请及时登录督办系统签收，并按文书要求办理。";
        return unit + "：\n\n" + wish + "\n\n案号：" + paper.caseNo() + "\n文件校验值：" + paper.sha256()
                + "\n\n本邮件由系统自动发出，请勿直接回复。\n";
    }
}
