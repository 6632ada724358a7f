package org.keizoku.notice.watch;

import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/notice-gap.bpmn. */
public final class NoticeGapModel {

    public static final String PROCESS = "notice-gap";
    public static final String HANDLE_GAP = "Task_HandleNoticeGap";

    /** The name of the message that says that there is no gap any more. */
    public static final String OVER = "notice-gap-over";

    public static final ProcessVariable<Long> NUMBER = ProcessVariable.of("noticeGapNumber", Long.class);
    public static final ProcessVariable<String> OPERATOR = ProcessVariable.of("operator", String.class);
    public static final ProcessVariable<String> FOUND = ProcessVariable.of("noticeGapFound", String.class);
    public static final ProcessVariable<String> REMEDY = ProcessVariable.of("noticeGapRemedy", String.class);

    private NoticeGapModel() {}
}
