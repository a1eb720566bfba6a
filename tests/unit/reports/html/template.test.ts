import { html } from '../../../../reports/html/template';

describe('a piece of a page', () => {
  test('shows what is put in as the text that it is', () => {
    const said = `<script>alert("1")</script> & '`;

    expect(html`<p title="${said}">${said}</p>`.markup).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;">' +
        '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;</p>',
    );
  });

  test('makes visible what would change how the page reads', () => {
    expect(html`${'a\u001b[31mb\u202ec\u200bd\u2028e\u{e0041}f\r\ng\th'}`.markup).toBe(
      'a\\x1b[31mb\\u202ec\\u200bd\\u2028e\\u{e0041}f\\x0d\ng\th',
    );
  });

  test('takes other pieces and lists of them as they are', () => {
    const items = ['<a>', '<b>'].map((text) => html`<li>${text}</li>`);

    expect(html`<ul>${items}</ul>`.markup).toBe('<ul><li>&lt;a&gt;</li><li>&lt;b&gt;</li></ul>');
  });

  test('shows numbers, and nothing for what is not there', () => {
    expect(html`${0}${undefined}${false}${''}.`.markup).toBe('0.');
  });

  test('takes nothing for markup that only looks like a piece in a result that was read', () => {
    const read = JSON.parse('{"text": "<b>"}');

    expect(html`${read.text}`.markup).toBe('&lt;b&gt;');
  });
});
