/**
 * Service 送达 of papers: to whom, by which channel, when, with which result, and who signed for it. What is to be served is
 * written down in the caller's transaction; it leaves after that has been committed, carried by the engine.
 */
@org.springframework.modulith.NamedInterface("service")
package org.duban.notice.service;
