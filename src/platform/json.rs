//! JSON of our own files to typed values, in little code.
//!
//! serde's derived readers are compiled once for each type with everything that reads from text; here they read from a
//! tree, structs only from maps, and what is wrong is said in few words:
//! 10 KB gzip less than reading from text.

#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "a place in the tree is what was asked for, or it is another type"
)]

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer,
    MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde_json::Value;
use std::fmt;

/// Reads a whole JSON text.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let tree: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    T::deserialize(Node(&tree)).map_err(|fault| fault.0)
}

/// What is wrong, with the name of the field or variant where there is one.
#[derive(Debug)]
struct Fault(String);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: fmt::Display>(what: T) -> Self {
        Self(what.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self("another type".into())
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self("another value".into())
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self("another length".into())
    }

    fn unknown_variant(name: &str, _: &'static [&'static str]) -> Self {
        Self(name.to_owned())
    }

    fn unknown_field(name: &str, _: &'static [&'static str]) -> Self {
        Self(name.to_owned())
    }

    fn missing_field(name: &'static str) -> Self {
        Self(name.to_owned())
    }

    fn duplicate_field(name: &'static str) -> Self {
        Self(name.to_owned())
    }
}

/// A place in the tree.
struct Node<'de>(&'de Value);

/// What is not asked for by type: our files have no such places but ignored ones.
fn other<T>() -> Result<T, Fault> {
    Err(Fault("another type".into()))
}

macro_rules! numbers {
    ($($method:ident $visit:ident $get:ident)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            match self.0.$get() {
                Some(number) => visitor.$visit(number),
                None => other(),
            }
        }
    )* };
}

macro_rules! never {
    ($($method:ident)*) => { $(
        fn $method<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Fault> { other() }
    )* };
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = Fault;

    numbers! {
        deserialize_bool visit_bool as_bool
        deserialize_i8 visit_i64 as_i64
        deserialize_i16 visit_i64 as_i64
        deserialize_i32 visit_i64 as_i64
        deserialize_i64 visit_i64 as_i64
        deserialize_u8 visit_u64 as_u64
        deserialize_u16 visit_u64 as_u64
        deserialize_u32 visit_u64 as_u64
        deserialize_u64 visit_u64 as_u64
        deserialize_f32 visit_f64 as_f64
        deserialize_f64 visit_f64 as_f64
        deserialize_str visit_borrowed_str as_str
        deserialize_string visit_borrowed_str as_str
        deserialize_identifier visit_borrowed_str as_str
    }
    never! { deserialize_char deserialize_bytes deserialize_byte_buf deserialize_unit }

    /// Only flattened fields ask for it.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(_) => self.deserialize_bool(visitor),
            Value::Number(number) if number.is_u64() => self.deserialize_u64(visitor),
            Value::Number(number) if number.is_i64() => self.deserialize_i64(visitor),
            Value::Number(_) => self.deserialize_f64(visitor),
            Value::String(_) => self.deserialize_str(visitor),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.0.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Array(list) => visitor.visit_seq(List(list.iter())),
            _ => other(),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Object(map) => visitor.visit_map(Map(map.iter(), None)),
            _ => other(),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(Variant(name, None)),
            Value::Object(map) => match map.iter().next() {
                Some((name, inner)) => visitor.visit_enum(Variant(name, Some(inner))),
                None => other(),
            },
            _ => other(),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: V,
    ) -> Result<V::Value, Fault> {
        other()
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }
}

struct List<'de>(std::slice::Iter<'de, Value>);

impl<'de> SeqAccess<'de> for List<'de> {
    type Error = Fault;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Fault> {
        self.0
            .next()
            .map(|value| seed.deserialize(Node(value)))
            .transpose()
    }
}

struct Map<'de>(serde_json::map::Iter<'de>, Option<&'de Value>);

impl<'de> MapAccess<'de> for Map<'de> {
    type Error = Fault;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Fault> {
        let Some((key, value)) = self.0.next() else {
            return Ok(None);
        };
        self.1 = Some(value);
        seed.deserialize(Key(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        match self.1.take() {
            Some(value) => seed.deserialize(Node(value)),
            None => other(),
        }
    }
}

/// A key: a text, or a number written as one, for JSON has no others.
struct Key<'de>(&'de str);

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0.parse() {
            Ok(number) => visitor.visit_u8(number),
            Err(_) => other(),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

struct Variant<'de>(&'de str, Option<&'de Value>);

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Fault;
    type Variant = Inner<'de>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Inner<'de>), Fault> {
        let name: StrDeserializer<'_, Fault> = self.0.into_deserializer();
        Ok((seed.deserialize(name)?, Inner(self.1)))
    }
}

struct Inner<'de>(Option<&'de Value>);

impl<'de> VariantAccess<'de> for Inner<'de> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        if self.0.is_none() { Ok(()) } else { other() }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Fault> {
        match self.0 {
            Some(value) => seed.deserialize(Node(value)),
            None => other(),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Some(value) => Node(value).deserialize_seq(visitor),
            None => other(),
        }
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Some(value) => Node(value).deserialize_map(visitor),
            None => other(),
        }
    }
}
#[cfg(test)]
mod tests {
    use super::read;
    use domain::model::{Index, Lesson, Words};

    #[test]
    fn what_a_pack_holds_is_read_as_serde_reads_it() {
        let lesson = r#"{"id":"l","number":1,"kind":"kana","title":{"id":"L"},"level":"A0","minutes":10,"steps":[
            {"kind":"practice","title":{},"pieces":[
                {"prose":{"id":[{"list":{"ordered":true,"items":[[{"paragraph":[{"t":"x"},"br"]}]]}}]}},
                {"exercise":{"id":"p1","kind":{"choice":{"options":[{"id":"a","ja":"{九時|くじ}","right":true}]}}}}]}]}"#;
        assert_eq!(
            read::<Lesson>(lesson).unwrap(),
            serde_json::from_str::<Lesson>(lesson).unwrap()
        );
        let word = r#"[{"key":"k","ja":"あ","reading":"あ","accent":1,"pos":"kana","lesson":"l","use":"use","gloss":{}}]"#;
        assert_eq!(
            read::<Words>(word).unwrap(),
            serde_json::from_str::<Words>(word).unwrap()
        );
        assert!(read::<Index>("{}").unwrap_err().contains("format"));
        assert!(read::<Words>("[] x").is_err());
        assert!(read::<Lesson>("[]").is_err(), "a struct is never a list");
    }
}
