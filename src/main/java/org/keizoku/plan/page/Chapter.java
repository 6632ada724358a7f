package org.keizoku.plan.page;

import java.util.List;

/**
 * A chapter of the page of the plan.
 *
 * @param called what one of its entries is called where it stands alone, for example 役割
 */
record Chapter(String anchor, String title, String called, List<Entry> entries) {}
