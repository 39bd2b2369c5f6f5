package org.duban.notice.paper;

/** A paper's file and what is printed on it, before it is kept. */
public record Made(String number, String title, String fileName, byte[] content, String sha256, long templateId) {}
