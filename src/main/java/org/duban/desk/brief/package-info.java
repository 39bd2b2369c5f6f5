/** Brief and bulletin of a monthly round: Word drafts every number of which opens the list it was counted from. */
package org.duban.desk.brief;
