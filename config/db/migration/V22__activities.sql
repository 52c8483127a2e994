-- Activities: what progress is told of. A contentId is an activity's id.
alter table content_item drop constraint content_item_kind_check;
alter table content_item add constraint content_item_kind_check
  check (kind in ('ACTIVITY', 'CAREER', 'PATH', 'QUESTION', 'SKILL'));
