/** Excel workbooks from and for people: read as text and refused where they could do harm, written with headings and lists to choose from. */
package org.keizoku.platform.workbook;
