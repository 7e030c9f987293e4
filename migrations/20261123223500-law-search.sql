-- Search of published words: every pair of neighbouring letters of an article, in an index the database itself keeps. Pairs
-- find two-character words, which trigrams cannot; no extension, no dictionary, the same on 15 and on 18.

create function search_pairs(value text) returns text[]
  language sql immutable parallel safe cost 500
  begin atomic
    select array(
      select t.a || t.b
      from unnest(string_to_array(s.letters, null), (string_to_array(s.letters, null))[2:]) as t(a, b)
      where t.a <> ' ' and t.b <> ' ')
    from (select regexp_replace(lower(normalize(value, nfkc)), '[^0-9a-z㐀-鿿]+', ' ', 'g') as letters) s;
  end;

create index article_texts_pairs on article_texts using gin (search_pairs(words)) with (fastupdate = off);
