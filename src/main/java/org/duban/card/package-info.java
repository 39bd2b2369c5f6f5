/**
 * Red and yellow cards 红黄牌: what the rules and people propose on facts, what coordinator and leader decide, the issued
 * card until it is lifted, and what follows from it. A proposal is never yet a card. Listens to what other modules tell;
 * none of them knows of cards.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Card",
        allowedDependencies = {
            "kernel",
            "engine",
            "organisation",
            "deadline",
            "evidence",
            "problem",
            "round",
            "notice",
            "notice :: paper",
            "notice :: service"
        })
package org.duban.card;
