-- 检索公开答复: the words of what anybody may read, and how they sound; they follow an answer when it is said anew.
create table hotline.answer_indexed (
  answer_id uuid not null constraint answer_indexed_pk primary key
    constraint answer_indexed_of_answer references hotline.answer,
  scope text not null,
  words tsvector not null
);
create index answer_indexed_words on hotline.answer_indexed using gin (words);
