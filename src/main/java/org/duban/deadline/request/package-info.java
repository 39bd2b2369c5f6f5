/**
 * What is asked for in the course of the work: more time (延期), the clock stopped (挂账), other units (改派). One record and
 * one approval for all of them; what a kind asks of a case and what is done when it is granted, its
 * {@link org.duban.deadline.request.RequestHandling} knows.
 */
@org.springframework.modulith.NamedInterface("request")
package org.duban.deadline.request;
