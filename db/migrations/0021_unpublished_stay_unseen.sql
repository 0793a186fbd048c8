-- A programme that closed without ever being published is nobody else's business.
-- What a visitor may read of a need, for its OCDS releases; null when nothing. The contact is for who is signed in.
CREATE OR REPLACE FUNCTION public_facts(need uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'id', n.id, 'reference', n.reference, 'title', n.title, 'description', n.description, 'language', n.language,
    'windowStart', n.window_start, 'windowEnd', n.window_end, 'windowPrecision', n.window_precision,
    'valueMinCents', n.value_min_cents, 'valueMaxCents', n.value_max_cents, 'certainty', n.certainty, 'cpv', n.cpv,
    'theme', n.theme, 'ecosystems', n.ecosystems, 'place', n.place, 'procedure', n.procedure, 'skills', n.skills,
    'questions', n.questions, 'status', n.status, 'withdrawReason', n.withdraw_reason, 'becameUrl', n.became_url,
    'buyer', jsonb_build_object('id', b.id, 'name', b.name),
    'programmes', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title) ORDER BY l.status = 'fixed' DESC, l.decided_at, p.id)
      FROM programme_needs l JOIN programmes p ON p.id = l.programme_id
      WHERE l.need_id = n.id AND l.status IN ('consented', 'fixed') AND p.published_at IS NOT NULL), '[]'))
  FROM needs n JOIN organisations b ON b.id = n.buyer_id
  WHERE n.id = need AND n.visibility = 'public' AND n.published_at IS NOT NULL
$$;
