package org.keizoku.audit;

import java.util.Map;

/** The Japanese words for what an operator does to the engine; what is not here stands as the engine calls it. */
final class OperatorWords {

    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("Authorization", "権限"),
            Map.entry("Deployment", "手順の配置"),
            Map.entry("Filter", "絞り込み"),
            Map.entry("Group", "グループ"),
            Map.entry("Group membership", "グループの所属"),
            Map.entry("IdentityLink", "候補者"),
            Map.entry("Incident", "処理停止"),
            Map.entry("Job", "処理"),
            Map.entry("JobDefinition", "処理の定義"),
            Map.entry("ProcessDefinition", "手順の定義"),
            Map.entry("ProcessInstance", "手順"),
            Map.entry("Task", "タスク"),
            Map.entry("User", "利用者"),
            Map.entry("Variable", "変数"));

    private static final Map<String, String> DEEDS = Map.ofEntries(
            Map.entry("Activate", "再開"),
            Map.entry("ActivateJob", "再開"),
            Map.entry("AddGroupLink", "グループを追加"),
            Map.entry("AddUserLink", "候補者を追加"),
            Map.entry("Create", "作成"),
            Map.entry("Delete", "削除"),
            Map.entry("DeleteGroupLink", "グループを除外"),
            Map.entry("DeleteUserLink", "候補者を除外"),
            Map.entry("Execute", "実行"),
            Map.entry("Migrate", "新しい版へ移行"),
            Map.entry("ModifyProcessInstance", "進み具合を変更"),
            Map.entry("ModifyVariable", "変更"),
            Map.entry("RemoveVariable", "削除"),
            Map.entry("RestartProcessInstance", "やり直し"),
            Map.entry("SetDueDate", "期限を変更"),
            Map.entry("SetJobRetries", "再試行回数を変更"),
            Map.entry("SetPriority", "優先度を変更"),
            Map.entry("SetVariable", "設定"),
            Map.entry("SetVariables", "設定"),
            Map.entry("Suspend", "一時停止"),
            Map.entry("SuspendJob", "一時停止"),
            Map.entry("Unlock", "ロックを解除"),
            Map.entry("Update", "変更"));

    private OperatorWords() {}

    static String of(String thing, String deed) {
        return THINGS.getOrDefault(thing, thing) + ": " + DEEDS.getOrDefault(deed, deed);
    }
}
