/** Red and yellow cards as the office reads them: what waits for a decision, the list, a card's story, the units' records. */
package org.duban.desk.card;
